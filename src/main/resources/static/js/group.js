/**
 * When something has happened in a group, what an open page says of its people is asked for anew: all of it on the page that
 * lists them; on the group's chat what it is called, how many they are, and whether one is still among them.
 */

import { byId, timeline } from './page.js';
import { parse, place } from './place.js';

const sheet = document.querySelector('main.group');
const id = sheet?.dataset.group ?? timeline().id.match(/\d+/)[0];
const chat = `/conversations/${id}`;
let asking = false, again = false;

const isNews = ({ id: element, dataset }) => sheet ? element === `conversation-${id}` : dataset.line && dataset.in === `timeline-${id}`;

/** Whether one is in the middle of something there. */
const isBusy = old => [...old?.querySelectorAll('input, details') ?? []].some(part => part.open || part.value !== part.defaultValue);

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
	pieces.append(...[...page.querySelectorAll('[data-live], #members > li')].filter(piece => !isBusy(byId(piece.id))));
	place(pieces);
}

/** Whether the page says now what is true, or something else does. */
async function look() {
	const answer = await fetch(`${chat}/people${sheet ? location.search : ''}`).catch(() => null);
	if (!answer || answer.status !== 200 && answer.status !== 404) return false;
	if (answer.redirected) return true; // to sign in: the state line says so
	if (answer.ok !== Boolean(sheet ?? byId('composer'))) location.assign(chat); // in it no more, or again
	else if (answer.ok) show(parse(await answer.text()));
	return true;
}

function show(page) {
	name(page.querySelector('h1').textContent);
	if (sheet) showPeople(page);
	else document.querySelector('.page-head a[href$="/people"]').textContent = page.querySelector('#who').textContent;
}

async function refresh() {
	again = asking;
	if (asking) return;
	asking = true;
	const done = await look();
	asking = false;
	if (again || !done) setTimeout(refresh, done ? 500 : 5000);
}

document.addEventListener('hark:placed', ({ detail }) => detail.some(isNews) && refresh());
