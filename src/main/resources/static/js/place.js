/**
 * Everything that arrives later (by the stream, as the answer to a send, as an older page) is placed by one rule:
 *
 * An element whose id is there replaces it: in place when its order is the same, else at its new place. A new one goes
 * into the container that it names (`data-in`), where the order (`data-order`) ascends. Elements without an order only
 * replace; one that says what a person is called goes to all who show that person. What has no place is dropped.
 */

import { rename } from './names.js';
import { byId, tell, timeline } from './page.js';
import { inherit, steady } from './steady.js';

const order = element => Number(element.dataset.order);
const isItem = element => element.dataset.in === 'conversation-items';
const cameAs = new WeakMap(); // an element's HTML before times and marks were put into it

export function parse(html) {
	const template = document.createElement('template');
	template.innerHTML = html;
	return template.content;
}

/** What the stream brings is newer than what is here; an answer may be overtaken by it, so it only adds and moves forward. */
export function place(fragment, overtaken = false) {
	placeNow();
	placeAll([...fragment.children], overtaken);
}

let waiting = [], timer, free = 0;

/** At once; but while much arrives, together: placing measures the page, and must not take up all of the browser's time. */
function placeSoon(html) {
	waiting.push(...parse(html).children);
	const rest = free - Date.now();
	if (rest > 0) timer ??= setTimeout(placeNow, rest); else placeNow();
}

function placeNow() {
	timer = clearTimeout(timer);
	const begun = Date.now();
	if (waiting.length) placeAll(waiting.splice(0));
	free = 4 * Date.now() - 3 * begun + 50;
}

function placeAll(all, overtaken) {
	// Of what has changed again meanwhile only the last. Items first: they name the timeline of a conversation that has
	// just begun, which its messages look for.
	const elements = [...new Map(all.map(element => [element.id || element, element])).values()].sort((a, b) => isItem(b) - isItem(a));
	const settle = steady(elements);
	const placed = elements.filter(element => placeOne(element, overtaken));
	if (placed.length) tell('placed', placed);
	settle();
	for (const element of placed) window.htmx?.process(element);
}

function placeOne(element, overtaken) {
	const { id, outerHTML: html, dataset } = element;
	if (dataset.person) rename(element);
	if (isItem(element)) nameTimeline(element);
	const old = byId(id);
	const home = byId(dataset.in) ?? old?.parentNode;
	if (!home || !old && !dataset.order) return false;
	// Of the past, a stream changes what is here; the rest comes when one reads up to it.
	if (!old && !overtaken && byId('older') && order(element) < order(home.querySelector('article'))) return false;
	if (overtaken && old?.dataset.order && order(element) >= order(old)) return false;
	const same = old && (!dataset.order || dataset.order === old.dataset.order);
	if (same && (cameAs.get(old) ?? old.outerHTML) === html) return false;
	cameAs.set(element, html);
	const give = inherit(old, element);
	const tools = old?.querySelector('#tools');
	if (same) {
		if (dataset.order) { // what has changed is not to be read aloud as if it were new
			element.ariaLive = 'off';
			setTimeout(() => { element.ariaLive = null; }, 1000);
		}
		old.replaceWith(element);
	} else {
		old?.remove();
		home.insertBefore(element, following(home, order(element)));
	}
	if (tools) element.append(tools); // somebody else's reaction must not take away what is being edited
	give();
	return true;
}

/** The first child that comes after, or the separators before it, which belong to it. */
function following(home, place) {
	let next = null, child = home.lastElementChild;
	for (; child && !(order(child) <= place); child = child.previousElementSibling) {
		if (child.dataset.order || next) next = child;
	}
	return next;
}

/** The chat in view had no conversation, and now there is one with this person: perhaps they began it. */
function nameTimeline({ id, dataset }) {
	const log = byId('timeline-new');
	if (log?.dataset.with === dataset.with) log.id = id.replace('conversation', 'timeline');
}

/** A whole page (of a proxy, or to sign in) is no fragment; and an error is only put where it says that it belongs. */
function refuseJunk({ detail }) {
	const { xhr, serverResponse: html, target, requestConfig } = detail;
	const foreign = xhr.status >= 400 && requestConfig.elt.getAttribute('hx-swap') !== 'apply' && !html.includes(`id="${target.id}"`);
	if (foreign || /^\s*<(!doctype|html|head|body)/i.test(html)) detail.shouldSwap = false;
}

/** What one could read goes from the page with the session; what one was writing stays, to be sent after signing in. */
function takeAway({ detail }) {
	placeNow();
	if (detail.state === 'signed-out') for (const id of [timeline()?.id, 'conversation-items', 'results']) byId(id)?.replaceChildren();
}

/** The swap style `apply`; runs before htmx looks at the page. */
export function apply() {
	window.htmx?.defineExtension('apply', {
		isInlineSwap: style => style === 'apply',
		handleSwap: (style, target, fragment) => style === 'apply' && (place(fragment, true), true),
		onEvent(name, event) {
			// The SSE extension does not tell htmx for whom it swaps, so htmx would not find this one.
			if (name === 'htmx:sseBeforeMessage') placeSoon(event.detail.data);
			return name !== 'htmx:sseBeforeMessage';
		},
	});
	document.addEventListener('htmx:beforeSwap', refuseJunk);
	document.addEventListener('hark:state', takeAway);
}
