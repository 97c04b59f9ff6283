/** Older messages come by themselves when their link comes near; what one reads stays where it is. */

import { parse, place } from './place.js';
import { timeline } from './page.js';
import { scroller } from './hold.js';

const AHEAD = '600px'; // how far above the view is near

const link = () => document.getElementById('older');

/** The page before this one, as fragments; null when it cannot be had now. */
async function fetchPage(href) {
	try {
		const answer = await fetch(href, { headers: { 'HX-Request': 'true' } });
		return answer.ok && !answer.redirected ? parse(await answer.text()) : null;
	} catch {
		return null;
	}
}

export function older() {
	const log = timeline();
	if (!log || !link()) return;
	let loading = false;

	/** Whether it went well. */
	async function load() {
		const asked = link();
		loading = true;
		asked.setAttribute('aria-busy', 'true');
		const page = await fetchPage(asked.href);
		loading = false;
		asked.removeAttribute('aria-busy');
		if (!page) return false;
		const next = page.querySelector('#older');
		next?.remove();
		// An older window has a name of its own, which the messages do not know.
		for (const message of page.children) message.dataset.in = log.id;
		const focused = asked === document.activeElement;
		if (next) asked.replaceWith(next);
		place(page, true);
		if (!next) asked.remove();
		if (focused) (next ?? log).focus({ preventScroll: true });
		if (next) near.observe(next);
		return true;
	}

	// Not `isIntersecting` once and for all: each new link is a new element, and is looked at anew.
	const near = new IntersectionObserver(([entry]) => entry.isIntersecting && !loading && load(), {
		root: scroller(log) === document.scrollingElement ? null : scroller(log),
		rootMargin: `${AHEAD} 0px 0px`,
	});
	near.observe(link());

	document.addEventListener('click', async event => {
		const asked = link();
		if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || !asked?.contains(event.target)) return;
		event.preventDefault();
		if (!loading && !await load()) location.assign(asked.href); // then it is a link again
	});
}
