/** Keeps in place what one is reading while things are put in above it. */

/** What scrolls an element: a pane of its own from tablet size up, maybe the page on a phone. */
export function scroller(element) {
	for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
	}
	return document.scrollingElement;
}

export function viewport(box) {
	if (box === document.scrollingElement) return { top: 0, bottom: innerHeight };
	return box.getBoundingClientRect();
}

/** The uppermost child in view that will still be there afterwards. */
function firstInView(home, top, changing) {
	const children = [...home.children].filter(child => child.dataset.order && !changing.has(child.id));
	let low = 0, high = children.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (children[middle].getBoundingClientRect().bottom > top) high = middle;
		else low = middle + 1;
	}
	return children[low];
}

/**
 * Remembers where things are in these containers; the answer puts them back there. A list at its top stays at its top,
 * to show what is new; a timeline at its end is kept at the end by timeline.js.
 */
export function hold(ids, elements) {
	const changing = new Set(elements.map(element => element.id));
	const held = [...ids].map(id => id && document.getElementById(id)).filter(Boolean).map(home => {
		const log = home.getAttribute('role') === 'log';
		const box = scroller(home);
		if (log ? 'atEnd' in home.dataset : box.scrollTop === 0) return null;
		const anchor = firstInView(home, viewport(box).top, changing);
		return anchor && { box, anchor, top: anchor.getBoundingClientRect().top };
	});
	return () => {
		for (const place of held) {
			const moved = place ? place.anchor.getBoundingClientRect().top - place.top : 0;
			if (Math.abs(moved) >= 1) place.box.scrollTop += moved;
		}
	};
}
