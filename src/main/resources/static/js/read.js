/** Tells the server what has been seen, so that it counts as read on all devices. */

import { byId, isLive, meta, timeline } from './page.js';

export function read() {
	const form = byId('read');
	const log = timeline();
	if (!form || !isLive(log)) return;
	/** One's own are read anyway. */
	const newest = () => Number([...log.children].findLast(({ dataset }) => dataset.order && dataset.author !== meta('viewer'))?.dataset.order ?? 0);
	let told = newest(), busy = false;

	async function mark() {
		const upTo = newest();
		if (busy || upTo <= told || document.hidden || log.id === 'timeline-new') return;
		busy = true;
		const fields = new URLSearchParams(new FormData(form));
		fields.set('upTo', upTo);
		fields.set('_csrf', byId('csrf')?.value ?? fields.get('_csrf')); // a refused send renews that one
		// A conversation that began while its chat was open has its number only now.
		const action = form.action.replace('/new/', `/${log.id.slice(9)}/`);
		const answer = await fetch(action, { method: 'POST', body: fields, redirect: 'manual', keepalive: true }).catch(() => null);
		busy = false;
		if (!answer?.ok) return; // at the next occasion then; it is not worth a word
		told = upTo;
		look();
	}

	const look = () => document.hasFocus() && 'atEnd' in log.dataset && mark();

	document.addEventListener('hark:placed', look);
	addEventListener('scroll', look, { capture: true, passive: true });
	addEventListener('focus', mark);
	document.addEventListener('visibilitychange', mark);
}
