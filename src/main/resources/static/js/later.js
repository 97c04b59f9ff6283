/** What is only needed once somebody reaches for a message, reads up to older ones, writes, is here, or presses a key, is loaded then. */

import { byId, timeline } from './page.js';
import { scroller } from './steady.js';

/** Until its script is here, the way to older messages is a link. */
function past(link) {
	const box = scroller(timeline());
	const near = new IntersectionObserver(entries => {
		if (!entries.at(-1).isIntersecting) return;
		near.disconnect();
		import('./older.js').then(({ older }) => older(), () => {});
	}, { root: box === document.scrollingElement ? null : box, rootMargin: '600px 0px 0px' });
	near.observe(link);
}

export function later() {
	const reach = to => import('./tools.js').then(module => module.reach(to), () => to.href && location.assign(to.href));
	const need = () => document.querySelector('.chips, #tools') && import('./tools.js').catch(() => {});
	let press = event => import('./keys.js').then(({ keys }) => (press = keys)(event), () => {});

	if (byId('older')) past(byId('older'));
	if (document.querySelector('main.group, [data-group]')) {
		document.addEventListener('hark:placed', ({ detail }) => import('./group.js').then(({ placed }) => placed(detail), () => {}));
	}
	need();
	document.addEventListener('hark:placed', need);
	document.addEventListener('click', event => {
		const { target } = event;
		// A finger finds a message more easily than its time.
		const to = target.closest('a, button') ?? (matchMedia('(pointer: coarse)').matches && target.closest('.bubble')?.querySelector('.at'));
		if (!to || !to.matches('.at, .chip, [data-edit]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		reach(to);
	});
	byId('body')?.addEventListener('input', () => import('./typing.js').catch(() => {}), { once: true });
	document.addEventListener('hark:placed', ({ detail }) => {
		if (byId('here')?.dataset.people || detail.some(({ id }) => id === 'here' || id === 'typing')) import('./here.js').then(({ show }) => show(), () => {});
	});
	document.addEventListener('keydown', event => {
		const { key, target, altKey } = event;
		if (key === 'ArrowUp' && !altKey && target.id === 'body' && !target.value) reach(target);
		if (target.selectionStart >= 0 && !altKey && key !== 'Tab') return;
		if (key === '/') event.preventDefault();
		press(event);
	});
}
