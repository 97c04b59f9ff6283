/** Tells the others that something is being written, now and then while it is; that it has ended they see by themselves. */

import { byId, timeline } from './page.js';

const PAUSE = 3000;
const text = byId('body');
let told = 0;

function tell() {
	const chat = timeline()?.id.match(/\d+/)?.[0];
	if (!chat || !text.value.trim() || Date.now() - told < PAUSE) return;
	told = Date.now();
	const fields = new URLSearchParams({ _csrf: byId('csrf').value });
	fetch(`/conversations/${chat}/typing`, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => null); // not worth a word
}

text.addEventListener('input', tell);
document.addEventListener('hark:sent', () => { told = 0; });
tell();
