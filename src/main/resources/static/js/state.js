/** The line that says how the link is doing, in the words of its data attributes. */

import { byId } from './page.js';
import { clock } from './times.js';

export function stateLine() {
	const line = byId('state');
	if (!line) return;
	const words = line.dataset;
	const names = { live: 'live', offline: 'offline', 'catching-up': 'catchingUp', 'signed-out': 'signedOut' };
	let now = {}, next, timer;

	function show() {
		timer = undefined;
		now = next;
		const text = (words[names[now.state]] ?? '').replace('{0}', clock(new Date(now.since)));
		if (line.textContent !== text) line.textContent = text; // the same words would be read aloud again
		words.state = now.state;
	}

	document.addEventListener('hark:state', ({ detail }) => {
		if (detail.state === 'offline' && now.state === 'offline') return; // since when stays what it was
		next = detail;
		const trouble = detail.state === 'offline' || detail.state === 'catching-up' && now.state !== 'offline';
		if (trouble && now.state !== detail.state) {
			timer ??= setTimeout(show, 1000); // what heals before was never lost
		} else {
			clearTimeout(timer);
			show();
		}
	});
}
