/** Somebody is called something else now: puts it wherever the page shows this person. */

export function rename(element) {
	const name = element.querySelector('.name').textContent;
	const avatar = element.querySelector('.avatar');
	for (const shown of document.querySelectorAll(`[data-person="${element.dataset.person}"]`)) {
		const label = shown.querySelector('.name');
		const before = label.textContent;
		if (before === name) continue;
		label.textContent = name;
		shown.querySelector('.avatar')?.replaceWith(avatar.cloneNode(true));
		if (label.matches('h1')) document.title = document.title.replace(before, () => name);
	}
}
