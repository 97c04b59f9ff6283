/**
 * Everything that arrives later (from the stream, in the answer to a send, as an older page) is placed by one rule:
 *
 * An element whose id is there replaces it, in place when its order is the same, else at its new place; a new one goes
 * into the container that it names (`data-in`), where the order (`data-order`) ascends; what has no place is dropped.
 * Elements without an order only replace.
 */

import { keeping } from './keep.js';
import { hold } from './hold.js';
import { tell } from './page.js';

const byId = id => id ? document.getElementById(id) : null;
const order = element => Number(element.dataset.order);
const placedAs = new WeakMap(); // what an element looked like when it came, before times and marks were put into it

export function parse(html) {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}

/**
 * Places the top-level elements; answers with those that are in the page now because of it. What the stream brings is
 * newer than what is here; an answer may have been overtaken by it, so it only adds and moves forward.
 */
export function place(fragment, overtaken = false) {
	const elements = [...(fragment.children ?? fragment)];
	// Items first: they name the timeline of a conversation that has just begun, which its messages look for.
	elements.sort((a, b) => isItem(b) - isItem(a));
	const release = hold(new Set(elements.map(element => element.dataset.in)), elements);
	const placed = elements.filter(element => placeOne(element, overtaken));
	if (placed.length) tell('placed', placed); // so that the measuring below sees what is shown
	release();
	placed.forEach(element => window.htmx?.process(element));
	return placed;
}

const isItem = element => element.dataset.in === 'conversation-items';

function placeOne(element, overtaken) {
	if (isItem(element)) nameTimeline(element);
	const old = byId(element.id);
	const home = byId(element.dataset.in) ?? old?.parentNode;
	if (!home) return false;
	if (overtaken && old?.dataset.order && order(element) >= order(old)) return false;
	const html = element.outerHTML;
	const same = !element.dataset.order || old?.dataset.order === element.dataset.order;
	if (!old && !element.dataset.order || old && same && placedAs.get(old) === html) return false;
	placedAs.set(element, html);
	keeping(old, element, () => {
		if (old && same) return old.replaceWith(element);
		old?.remove();
		home.insertBefore(element, following(home, order(element)));
	});
	return true;
}

/** The first child that comes after; with the separators before it, for they belong to it. */
function following(home, place) {
	let next = null;
	for (let child = home.lastElementChild; child; child = child.previousElementSibling) {
		if (!child.dataset.order) continue;
		if (order(child) <= place) break;
		next = child;
	}
	while (next?.previousElementSibling && !next.previousElementSibling.dataset.order) next = next.previousElementSibling;
	return next;
}

/** The chat in view had no conversation yet, and now there is one with this person: maybe begun by them. */
function nameTimeline(item) {
	const log = byId('timeline-new');
	if (log && log.dataset.with === item.dataset.with) log.id = item.id.replace('conversation-', 'timeline-');
}

/** A whole page (a proxy's, the sign-in page) is no fragment; what an error says is only placed where it belongs. */
function refuseJunk(event) {
	const { xhr, serverResponse, target, requestConfig } = event.detail;
	const page = /^\s*(<!doctype|<html|<head|<body)/i.test(serverResponse);
	const foreign = xhr.status >= 400 && !applies(requestConfig.elt) && !serverResponse.includes(`id="${target.id}"`);
	if (page || foreign) event.detail.shouldSwap = false;
}

const applies = element => element.closest('[hx-swap]')?.getAttribute('hx-swap').startsWith('apply');

/** The swap style `apply`, for answers and for the stream. Runs before htmx looks at the page. */
export function apply() {
	window.htmx?.defineExtension('apply', {
		isInlineSwap: style => style === 'apply',
		handleSwap: (style, target, fragment) => style === 'apply' && (place(fragment, true), true),
		onEvent(name, event) {
			// The SSE extension swaps without saying for whom, so htmx would not find this extension.
			if (name !== 'htmx:sseBeforeMessage') return true;
			place(parse(event.detail.data));
			return false;
		},
	});
	document.addEventListener('htmx:beforeSwap', refuseJunk);
}
