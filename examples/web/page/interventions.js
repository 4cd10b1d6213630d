// Who would do what: a box to tick for each role and intervention.
import { behaviour } from "./meedoen/index.js";
import { disclosure, fresh, h } from "./dom.js";
import { capital, say, text } from "./language.js";

/** Every pair of role and intervention, and whether the sources name it for that role. */
export function allInterventions() {
  const interventions = behaviour.interventions();
  const names = (intervention, { code }) => intervention.levers.some(({ role }) => role === code);
  return behaviour.roles().map((role) => ({
    role,
    interventions: interventions.map((intervention) => ({ intervention, named: names(intervention, role) })),
  }));
}

/** The boxes; `plan` is a set of “role intervention”, `changed` is called when it changes. */
export function interventionBoxes(roles, plan, changed) {
  const box = (role, intervention) => {
    const key = `${role.code} ${intervention.code}`;
    const toggle = ({ target }) => {
      if (target.checked) plan.add(key);
      else plan.delete(key);
      changed();
    };
    const input = h("input", { type: "checkbox", id: fresh("plan"), value: key, checked: plan.has(key), onchange: toggle });
    return h("div", { class: "option" }, input, h("label", { for: input.id }, capital(say(intervention.label))));
  };
  const group = ({ role, interventions }) => {
    const boxes = (wanted) => interventions.filter(({ named }) => named === wanted).map(({ intervention }) => box(role, intervention));
    return h(
      "fieldset",
      { class: "role" },
      h("legend", {}, capital(say(role.label))),
      boxes(true),
      disclosure(`others ${role.code}`, text("alsoOthers"), boxes(false)),
    );
  };
  return h("div", { class: "roles" }, roles.map(group));
}

/** The plan as the library takes it. */
export function planned(plan) {
  return [...plan].map((key) => {
    const [role, intervention] = key.split(" ");
    return { role, intervention };
  });
}
