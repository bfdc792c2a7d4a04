"use strict";
// Sends what somebody wrote on the page of the API, with the token that they gave. The token stays in its field: nothing
// is kept, no cookie goes along, and only this site is asked.
document.querySelectorAll("[data-try]").forEach((part) => part.removeAttribute("hidden"));

const addressOf = (route) => {
    let path = route.dataset.path;
    const query = new URLSearchParams();
    route.querySelectorAll("[data-name]").forEach((field) => {
        const value = field.value.trim();
        if (field.dataset.in === "path") {
            path = path.replace(`{${field.dataset.name}}`, encodeURIComponent(value));
        } else if (field.dataset.in === "query" && value !== "") {
            query.append(field.dataset.name, value);
        }
    });
    return query.size === 0 ? path : `${path}?${query}`;
};

const headersOf = (route) => {
    const headers = new Headers();
    const token = document.getElementById("token").value.trim();
    if (token !== "") {
        headers.set("Authorization", `Bearer ${token}`);
    }
    if (route.dataset.type) {
        headers.set("Content-Type", route.dataset.type);
    }
    route.querySelectorAll('[data-in="header"]').forEach((field) => {
        if (field.value.trim() !== "") {
            headers.set(field.dataset.name, field.value.trim());
        }
    });
    return headers;
};

const readable = (text) => {
    try {
        return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        return text;
    }
};

const show = (route, status, text) => {
    route.querySelector("[data-status]").textContent = status;
    route.querySelector("[data-answer]").textContent = text;
    route.querySelector("[data-came]").removeAttribute("hidden");
};

document.querySelectorAll("[data-send]").forEach((button) => {
    const route = button.closest("[data-path]");
    button.addEventListener("click", async () => {
        try {
            const answer = await fetch(addressOf(route), {
                method: route.dataset.method,
                headers: headersOf(route),
                body: route.querySelector("[data-body]")?.value,
                credentials: "omit",
                cache: "no-store",
            });
            show(route, `${answer.status} ${answer.statusText}`, readable(await answer.text()));
        } catch (problem) {
            show(route, String(problem.message), "");
        }
    });
});
