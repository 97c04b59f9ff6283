/** The line that says how the link is doing. Its texts stand in its data attributes, because all text is the server's. */

import { clock } from './times.js';

const CALM = 1000; // what heals within this was never lost

export function stateLine() {
	const line = document.getElementById('state');
	if (!line) return;
	const texts = {
		live: line.dataset.live, 'catching-up': line.dataset.catchingUp,
		offline: line.dataset.offline, 'signed-out': line.dataset.signedOut,
	};
	let shown = null, next = null, timer;

	function show() {
		timer = undefined;
		const text = (texts[next.state] ?? '').replace('{0}', clock(next.since));
		// The same words again would be read aloud again.
		if (line.textContent.trim() !== text) line.textContent = text;
		line.dataset.state = shown = next.state;
	}

	document.addEventListener('hark:state', ({ detail }) => {
		// An attempt in between does not end an outage: "since" stays what it was.
		next = detail.state === 'offline' && shown === 'offline' ? { ...detail, since: next.since } : detail;
		const trouble = next.state === 'offline' || next.state === 'catching-up' && shown !== 'offline';
		if (!trouble || shown === next.state) {
			clearTimeout(timer);
			show();
		} else {
			timer ??= setTimeout(show, CALM);
		}
	});
}
