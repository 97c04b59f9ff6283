/** The left pane: its count in the title, the mark of what is open, Escape in its search box. */

import { timeline } from './page.js';

export function pane() {
	function update() {
		let unread = 0;
		// Items come without the mark, as they are the same for every page.
		const open = timeline()?.id.match(/\d+/)?.[0];
		for (const item of document.querySelectorAll('#conversation-items > li')) {
			unread += Number(item.dataset.unread);
			const link = item.querySelector('a');
			if (item.id === `conversation-${open}`) link.setAttribute('aria-current', 'page');
			else link.removeAttribute('aria-current');
		}
		const title = document.title.replace(/^\(\d+\) /, '');
		document.title = unread ? `(${unread}) ${title}` : title;
	}
	update();
	document.addEventListener('hark:placed', update);

	document.addEventListener('htmx:sendError', ({ detail: { elt } }) => {
		if (!elt.matches('.search')) return;
		const alert = Object.assign(document.createElement('p'), { className: 'alert', textContent: elt.dataset.failed });
		alert.setAttribute('role', 'alert');
		document.getElementById('results').replaceChildren(alert);
	});

	document.addEventListener('keydown', ({ key, target, isComposing }) => {
		if (key !== 'Escape' || target.type !== 'search' || isComposing) return;
		target.value = '';
		target.dispatchEvent(new Event('input', { bubbles: true }));
	});
}
