/** While things come in, what the reader has stays: the focus, the selection, and the place where they read. */

/** The way from an element down to a node in it, and the same way in another element. */
function way(root, node) {
	const steps = [];
	for (; node !== root; node = node.parentNode) steps.unshift([...node.parentNode.childNodes].indexOf(node));
	return steps;
}
const walk = (root, steps) => steps.reduce((node, step) => node?.childNodes[step], root);

/** Remembers what of the focus and the selection is in `old`; the answer gives it to its heir. */
export function inherit(old, heir) {
	if (!old) return () => {};
	const { activeElement: focused } = document;
	const selection = getSelection();
	const focus = old.contains(focused) && way(old, focused);
	const ends = !selection.isCollapsed && [selection.anchorNode, selection.focusNode]
		.map(node => old.contains(node) && way(old, node));
	const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
	return () => {
		if (focus) (walk(heir, focus) ?? heir.querySelector('.at'))?.focus?.({ preventScroll: true });
		if (!ends || !ends[0] && !ends[1]) return;
		const from = ends[0] ? walk(heir, ends[0]) : anchorNode;
		const to = ends[1] ? walk(heir, ends[1]) : focusNode;
		const within = (node, offset) => Math.min(offset, (node.data ?? node.childNodes).length);
		if (from && to) selection.setBaseAndExtent(from, within(from, anchorOffset), to, within(to, focusOffset));
	};
}

/** What scrolls an element: a pane of its own, or the page. */
export function scroller(element) {
	for (let box = element.parentElement; box; box = box.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
	}
	return document.scrollingElement;
}

export const topOf = box => box === document.scrollingElement ? 0 : box.getBoundingClientRect().top;

/**
 * Remembers where things stand in the containers of these elements; the answer puts them back. A list at its top stays
 * there, to show what is new; a timeline at its end is kept at its end by timeline.js.
 */
export function steady(elements) {
	const ids = new Set(elements.map(element => element.id));
	const homes = new Set(elements.map(element => document.getElementById(element.dataset.in)));
	const marks = [...homes].flatMap(home => {
		const box = home && scroller(home);
		if (!box || (home.matches('[role="log"]') ? 'atEnd' in home.dataset : !box.scrollTop)) return [];
		const top = topOf(box);
		const mark = [...home.children].find(child => !ids.has(child.id) && child.getBoundingClientRect().bottom > top);
		return mark ? [{ box, mark, top: mark.getBoundingClientRect().top }] : [];
	});
	return () => {
		for (const { box, mark, top } of marks) box.scrollTop += mark.getBoundingClientRect().top - top;
	};
}
