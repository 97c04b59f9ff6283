/** What is being written is kept in this browser, one draft per partner, until it is sent or one signs out. */

import { meta, quietly, timeline } from './page.js';

export function drafts() {
	const mine = `hark-draft:${meta('viewer')}:`;
	const text = document.querySelector('#composer textarea');
	const partner = timeline()?.dataset.with;

	if (text && partner) {
		const key = mine + partner;
		const keep = () => quietly(() => text.value ? localStorage.setItem(key, text.value) : localStorage.removeItem(key));
		const kept = quietly(() => localStorage.getItem(key));
		if (kept && !text.value) {
			text.value = kept;
			text.dispatchEvent(new Event('input', { bubbles: true })); // so that it grows
		}
		// An accepted message is taken out of the box, which is an input too.
		text.addEventListener('input', keep);
	}

	document.addEventListener('submit', event => {
		if (!new URL(event.target.action, location).pathname.endsWith('/sign-out')) return;
		quietly(() => Object.keys(localStorage).filter(key => key.startsWith(mine)).forEach(key => localStorage.removeItem(key)));
	});
}
