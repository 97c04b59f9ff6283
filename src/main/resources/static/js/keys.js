/** What keys do besides what browsers do with them. Loaded at the first key that may be one of them. */

import { byId, timeline } from './page.js';

const isTyping = target => target.matches('input, textarea, select, [contenteditable]');
const controls = article => article.querySelectorAll(':is(a, button):not(#tools *)');
const articles = () => [...timeline()?.querySelectorAll('article:has(a.at)') ?? []];

/** Of all messages Tab stops at one, the newest or that with the focus; arrows go to the others. */
function rove() {
	const to = document.activeElement.closest('[role="log"] article') ?? articles().at(-1);
	for (const article of articles()) {
		for (const control of controls(article)) {
			if (article === to) control.removeAttribute('tabindex');
			else control.tabIndex = -1;
		}
	}
}

/** Whether there is a message in this direction, which then has the focus. */
function go(key, from) {
	const all = articles();
	const article = from.closest('article');
	const at = article ? all.indexOf(article) : from.id === 'older' ? -1 : all.length;
	const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[key];
	const to = all[next]?.querySelector('.at') ?? (next === -1 && byId('older'));
	if (!to) return false;
	to.focus({ preventScroll: true });
	(to.closest('article') ?? to).scrollIntoView({ block: 'nearest' });
	return true;
}

/** The conversation above or below the open one. */
function turn(step) {
	const all = [...document.querySelectorAll('#conversation-items a')];
	const open = all.findIndex(link => link.matches('[aria-current]'));
	(all[open < 0 ? (step > 0 ? 0 : all.length - 1) : open + step])?.click();
}

function search() {
	const box = document.querySelector('[type="search"]');
	if (!box.checkVisibility()) return location.assign('/people');
	box.focus();
	box.select();
}

/** All keys, as their page shows them. */
async function help() {
	if (byId('keys')) return;
	const answer = await fetch('/keys').catch(() => null);
	const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('keys');
	if (!page) return location.assign('/keys');
	const dialog = document.createElement('dialog');
	dialog.setAttribute('aria-labelledby', 'keys-heading');
	dialog.append(page);
	page.querySelector('button').hidden = false;
	dialog.addEventListener('click', ({ target }) => (target === dialog || target.closest('button')) && dialog.close());
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	const sheet = dialog.querySelector('link');
	await new Promise(done => { sheet.onload = sheet.onerror = done; });
	dialog.showModal();
}

/** Does what a key that was pressed stands for, if it stands for something. */
export function keys(event) {
	const { key, target, altKey, ctrlKey, metaKey } = event;
	const up = key === 'ArrowUp';
	if (ctrlKey || metaKey || event.isComposing || document.querySelector('dialog')) return;
	if (altKey) {
		if (!up && key !== 'ArrowDown') return;
		turn(up ? -1 : 1);
	} else if (isTyping(target)) {
		return;
	} else if (key === '/') {
		search();
	} else if (key === '?') {
		help();
	} else if (target.closest('#tools') || !target.closest('#scroller') || !go(key, target)) {
		return;
	}
	event.preventDefault();
}

document.addEventListener('focusin', rove);
document.addEventListener('hark:placed', rove);
if (byId('scroller')) byId('scroller').tabIndex = -1; // its messages can be stopped at instead
rove();
