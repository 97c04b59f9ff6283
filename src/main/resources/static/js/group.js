/**
 * When something has happened in a group, what an open page says of its people is asked for anew: all of it on the page that
 * lists them; on the group's chat what it is called, how many they are, and whether one is still among them.
 */

import { byId, timeline } from './page.js';
import { parse, place } from './place.js';

const sheet = document.querySelector('main.group');
const id = sheet?.dataset.group ?? timeline().id.match(/\d+/)[0];
const chat = `/conversations/${id}`;
let timer, again = false, wait = 200;

const isNews = ({ id: element, dataset }) => sheet ? element === `conversation-${id}` : dataset.line && dataset.in === `timeline-${id}`;

/** Whether one is in the middle of something there. */
function isBusy(old) {
	const parts = [...old?.querySelectorAll('input, details') ?? []];
	return old?.contains(document.activeElement) || parts.some(part => part.open || part.dataset.refused || part.value !== part.defaultValue);
}

function name(title) {
	const label = byId('with');
	if (label.textContent === title) return;
	document.title = document.title.replace(label.textContent, () => title);
	label.textContent = title;
	const avatar = byId(`conversation-${id}`)?.querySelector('.avatar');
	if (avatar) document.querySelector('main .page-head .avatar')?.replaceWith(avatar.cloneNode(true));
}

function showPeople(page) {
	for (const one of [...byId('members').children].filter(({ id: member }) => !page.getElementById(member))) {
		if (one.contains(document.activeElement)) byId('who').focus();
		one.remove();
	}
	const pieces = document.createDocumentFragment();
	pieces.append(...[...page.querySelectorAll('main [data-live], #members > li')].filter(piece => !isBusy(byId(piece.id))));
	// The token is another one in each answer; what else is the same shall stay.
	const token = sheet.querySelector('[name="_csrf"]').getAttribute('value');
	for (const field of pieces.querySelectorAll('[name="_csrf"]')) field.setAttribute('value', token);
	place(pieces);
}

function show(page) {
	name(page.querySelector('h1').textContent);
	if (sheet) showPeople(page);
	else document.querySelector('.page-head a[href$="/people"]').textContent = page.querySelector('#who').textContent;
}

/** Whether the page says now what is true, or something else does. */
async function ask() {
	const answer = await fetch(`${chat}/people${sheet ? location.search : ''}`);
	if (answer.status !== 200 && answer.status !== 404) return false;
	if (answer.redirected) return true; // to sign in: the state line says so
	if (answer.ok !== Boolean(sheet ?? byId('composer'))) location.assign(chat); // in it no more, or again
	else if (answer.ok) show(parse(await answer.text()));
	return true;
}

/** One at a time, and a hundred people not all at once; what does not answer is asked less and less often. */
function soon() {
	again = true;
	timer ??= setTimeout(async () => {
		again = false;
		const done = await ask().catch(() => false);
		wait = done ? 200 : Math.min(2 * wait, 60000);
		timer = undefined;
		if (again || !done) soon();
	}, wait * (1 + Math.random()));
}

/** What the stream has placed may tell of the group. */
export function placed(elements) {
	if (elements.some(isNews)) soon();
}
