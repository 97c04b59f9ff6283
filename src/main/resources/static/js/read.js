/** Tells the server what has been seen, so that it counts as read on all devices. */

import { isLive, meta, timeline } from './page.js';

export function read() {
	const form = document.getElementById('read');
	const log = timeline();
	if (!form || !isLive(log)) return;
	let told = newest(log), busy = false;

	async function mark() {
		const upTo = newest(log);
		const id = log.id.match(/^timeline-(\d+)$/)?.[1];
		if (busy || upTo <= told || !id || document.hidden) return;
		busy = true;
		const fields = new URLSearchParams(new FormData(form));
		fields.set('upTo', upTo);
		const token = document.getElementById('csrf'); // renewed by a refused send; the form's own may be out of date
		if (token) fields.set('_csrf', token.value);
		// A conversation that began while its chat was open has its number only now.
		const action = form.action.replace(/\/conversations\/[^/]*\/read$/, `/conversations/${id}/read`);
		const answer = await fetch(action, { method: 'POST', body: fields, keepalive: true, redirect: 'manual' }).catch(() => null);
		busy = false;
		if (answer?.ok) {
			told = Math.max(told, upTo);
			if (newest(log) > told && seen()) mark();
		} // else at the next occasion: it is not worth a word
	}

	const seen = () => document.hasFocus() && 'atEnd' in log.dataset;
	const look = () => seen() && mark();

	document.addEventListener('hark:placed', look);
	addEventListener('scroll', look, { capture: true, passive: true });
	addEventListener('focus', mark);
	document.addEventListener('visibilitychange', mark);
}

/** The highest number of a message by the others; one's own are read anyway. */
function newest(log) {
	const others = log.querySelectorAll(`article:not([data-author="${CSS.escape(meta('viewer'))}"])`);
	return Number([...others].at(-1)?.dataset.order ?? 0);
}
