/** What is only needed once somebody reaches for a message, for the past, or for a key, is loaded when they do. */

import { byId } from './page.js';

export function later() {
	const reach = to => import('./tools.js').then(module => module.reach(to), () => to.href && location.assign(to.href));
	const need = () => document.querySelector('.chips, #tools') && import('./tools.js');
	let press = event => import('./keys.js').then(({ keys }) => (press = keys)(event));

	if (byId('older')) {
		new IntersectionObserver(([{ isIntersecting }], observer) => {
			if (!isIntersecting) return;
			observer.disconnect();
			import('./older.js').then(({ older }) => older());
		}, { root: byId('scroller'), rootMargin: '900px' }).observe(byId('older'));
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
	document.addEventListener('keydown', event => {
		const { key, target, altKey } = event;
		if (key === 'ArrowUp' && !altKey && target.id === 'body' && !target.value) reach(target);
		if (target.selectionStart >= 0 && !altKey && key !== 'Tab') return;
		if (key === '/') event.preventDefault();
		press(event);
	});
}
