/** Escape clears the search box, and with it the results. */
export function search() {
	const box = document.querySelector('input[type="search"]');
	box?.addEventListener('keydown', event => {
		if (event.key !== 'Escape' || event.isComposing || !box.value) return;
		event.preventDefault();
		box.value = '';
		box.dispatchEvent(new Event('input', { bubbles: true }));
	});
}
