/** What is being written stays in this browser, one draft per partner, until it is sent or one signs out. */

import { byId, meta, quietly, timeline } from './page.js';

export function drafts() {
	const mine = `hark-draft:${meta('viewer')}:`;
	const text = byId('composer')?.querySelector('textarea');
	if (text) {
		const key = mine + timeline()?.dataset.with;
		text.value ||= quietly(() => localStorage.getItem(key)) ?? '';
		text.addEventListener('input', () =>
			quietly(() => text.value ? localStorage.setItem(key, text.value) : localStorage.removeItem(key)));
	}
	document.addEventListener('submit', ({ target }) => {
		if (!target.action.endsWith('/sign-out')) return;
		quietly(() => Object.keys(localStorage).filter(key => key.startsWith(mine)).forEach(key => localStorage.removeItem(key)));
	});
}
