/** Who is here and who is writing, as #here and #typing say it, put where the page shows them. */

import { byId, timeline } from './page.js';

// Offline, nobody knows.
document.addEventListener('hark:state', ({ detail }) => {
	if (detail.state === 'offline') byId('writing')?.replaceChildren();
});

export function show() {
	const { dataset, textContent: word } = byId('here');
	const people = dataset.people?.split(' ') ?? [];
	for (const shown of document.querySelectorAll('#conversation-items > li, .chat > .page-head')) {
		const here = people.includes(shown.dataset.with ?? shown.dataset.person);
		if (here) shown.dataset.here = 'yes';
		else delete shown.dataset.here;
		const said = shown.querySelector('.here');
		if (!here) said?.remove();
		else if (!said) {
			const saying = Object.assign(document.createElement('span'), { className: 'heard here', textContent: word });
			shown.querySelector('.name').after(' ', saying);
		}
	}
	const line = byId('writing');
	if (!line) return;
	const chat = timeline().id.match(/\d+/)?.[0];
	const text = byId('typing').querySelector(`[data-chat="${chat}"]`)?.textContent ?? '';
	if (line.textContent !== text) line.textContent = text;
}
