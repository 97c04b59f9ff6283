package app.hark.groups;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.conversations.Finding;
import app.hark.people.SignedIn;

/** The pages on which groups are made and looked after. */
@Controller
class GroupController {

	private static final String PEOPLE = "redirect:/conversations/{id}/people";

	private final Groups groups;
	private final Finding finding;

	GroupController(Groups groups, Finding finding) {
		this.groups = groups;
		this.finding = finding;
	}

	@GetMapping("/groups/new")
	String form(@RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(defaultValue = "") String name, Model model) {
		model.addAttribute("alert", refusal);
		model.addAttribute("name", refusal == null ? "" : name);
		return "groups/new";
	}

	@PostMapping("/groups")
	String make(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String name) {
		return "redirect:/conversations/" + groups.make(name, me.id()) + "/people";
	}

	/** With words in {@code find}, people who could be added as well. */
	@GetMapping("/conversations/{id}/people")
	String people(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(defaultValue = "") String find, @RequestParam(required = false) @Nullable String name,
			Model model) {
		model.addAttribute("group", groups.find(id, me.id()));
		model.addAttribute("name", refusal == null ? null : name);
		model.addAttribute("people", groups.people(id));
		model.addAttribute("found", find.isBlank() ? null : finding.find(me.id(), find, 0).people());
		model.addAttribute("find", find);
		model.addAttribute("viewer", me.id());
		model.addAttribute("id", id);
		model.addAttribute("alert", refusal);
		return "groups/people";
	}

	@PostMapping("/conversations/{id}/people")
	String add(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String username) {
		groups.add(id, me.id(), username);
		return PEOPLE;
	}

	@PostMapping("/conversations/{id}/people/remove")
	String remove(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String username) {
		groups.remove(id, me.id(), username);
		return PEOPLE;
	}

	@PostMapping("/conversations/{id}/owner")
	String handOver(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String username) {
		groups.handOver(id, me.id(), username);
		return PEOPLE;
	}

	@PostMapping("/conversations/{id}/name")
	String rename(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String name) {
		groups.rename(id, me.id(), name);
		return PEOPLE;
	}

	@PostMapping("/conversations/{id}/past")
	String showPast(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean shown) {
		groups.showPast(id, me.id(), shown);
		return PEOPLE;
	}

	@PostMapping("/conversations/{id}/leave")
	String leave(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		groups.leave(id, me.id());
		return "redirect:/conversations/" + id;
	}
}
