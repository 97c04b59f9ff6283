/** Focus and selection live in elements; when one is replaced they go over to the new one. */

/** The place of a node inside an element, as the way down to it. */
function path(root, node) {
	const steps = [];
	for (; node !== root; node = node.parentNode) steps.unshift([...node.parentNode.childNodes].indexOf(node));
	return steps;
}

const follow = (root, steps) => steps.reduce((node, step) => node?.childNodes[step], root);

/** The same thing in the new element: by id, by link, or by its place. */
function counterpart(element, focused, steps) {
	if (focused.id) return element.id === focused.id ? element : element.querySelector(`#${CSS.escape(focused.id)}`);
	const href = focused.getAttribute('href');
	return href ? element.querySelector(`a[href="${CSS.escape(href)}"]`) : follow(element, steps);
}

function ends(selection, old) {
	const names = ['anchor', 'focus'];
	return names.map(name => {
		const node = selection[`${name}Node`], offset = selection[`${name}Offset`];
		return old.contains(node) ? { steps: path(old, node), offset } : { node, offset };
	});
}

/** Makes the change that puts `element` where `old` was (or elsewhere), and gives it what `old` had. */
export function keeping(old, element, change) {
	const focused = old?.contains(document.activeElement) ? document.activeElement : null;
	const steps = focused && path(old, focused);
	const selection = getSelection();
	const selected = old && selection?.rangeCount && !selection.isCollapsed
		&& (old.contains(selection.anchorNode) || old.contains(selection.focusNode)) ? ends(selection, old) : null;
	change();
	const heir = focused && focused !== document.activeElement && counterpart(element, focused, steps);
	heir?.focus?.({ preventScroll: true });
	if (!selected) return;
	const [from, to] = selected.map(end => {
		const node = end.node ?? follow(element, end.steps);
		return node && [node, Math.min(end.offset, (node.data ?? node.childNodes).length)];
	});
	if (from && to) selection.setBaseAndExtent(...from, ...to);
}
