/** What is only needed once somebody reaches for a message, reads up to older ones, writes, is here, or presses a key, is loaded then. */

import { byId, timeline } from './page.js';
import { scroller } from './steady.js';

const coming = {}, needed = {};
let failures = 0;

/** Some browsers remember that a script did not come, so after that it is asked for by another address. */
const load = name => coming[name] ??= import('./' + name + '.js' + (failures ? '?' + failures : '')).catch(why => {
	failures++;
	coming[name] = null;
	throw why;
});

/** What the page shows depends on it: asks until it is here. */
const need = (name, wait = 500) => load(name).catch(() => new Promise(done => setTimeout(done, wait)).then(() => need(name, Math.min(2 * wait, 5000))));
const needOnce = name => needed[name] ??= need(name);

/** Until its script is here, the way to older messages is a link. */
function past(link) {
	const box = scroller(timeline());
	const near = new IntersectionObserver(entries => {
		if (!entries.at(-1).isIntersecting) return;
		near.disconnect();
		load('older').then(({ older }) => older(), () => {});
	}, { root: box === document.scrollingElement ? null : box, rootMargin: '600px 0px 0px' });
	near.observe(link);
}

export function later() {
	const without = to => to && location.assign(to.href); // to the page that does the same
	const reach = to => load('tools').then(module => module.reach(to), () => without(to.href ? to : to.closest('article')?.querySelector('.at')));
	const look = () => document.querySelector('.chips, #tools') && needOnce('tools');
	let press = event => load('keys').then(({ keys }) => (press = keys)(event), () => {});

	if (byId('older')) past(byId('older'));
	if (document.querySelector('main.group, [data-group]')) {
		document.addEventListener('hark:placed', ({ detail }) => needOnce('group').then(({ placed }) => placed(detail)));
	}
	look();
	document.addEventListener('hark:placed', look);
	document.addEventListener('click', event => {
		const { target } = event;
		// A finger finds a message more easily than its time.
		const to = target.closest('a, button') ?? (matchMedia('(pointer: coarse)').matches && target.closest('.bubble')?.querySelector('.at'));
		if (!to || !to.matches('.at, .chip, [data-edit]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		reach(to);
	});
	byId('body')?.addEventListener('input', () => needOnce('typing'), { once: true });
	document.addEventListener('hark:placed', ({ detail }) => {
		if (byId('here')?.dataset.people || detail.some(({ id }) => id === 'here' || id === 'typing')) needOnce('here').then(({ show }) => show());
	});
	document.addEventListener('keydown', event => {
		const { key, target, altKey } = event;
		if (key === 'ArrowUp' && !altKey && target.id === 'body' && !target.value) reach(target);
		if (target.selectionStart >= 0 && !altKey && key !== 'Tab') return;
		if (key === '/') event.preventDefault();
		press(event);
	});
}
