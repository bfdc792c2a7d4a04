"use strict";
// Runs before htmx looks at the page: nothing is evaluated, injected or kept on the machine, and only this site is asked.
Object.assign(htmx.config, {
    includeIndicatorStyles: false,
    allowEval: false,
    allowScriptTags: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
});

// What is no list of models, such as a page to sign in or an error, is for the browser to show.
document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.xhr.responseText.includes('id="results"')) {
        event.detail.shouldSwap = false;
        window.location.assign(event.detail.xhr.responseURL);
    }
});
document.addEventListener("htmx:sendError", () => document.getElementById("find").submit());

// Filters that somebody opened stay open when their numbers change.
let opened = [];
document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id === "facets") {
        opened = Array.from(event.detail.target.querySelectorAll("details[open]"), (details) => details.id);
    }
});
document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target.id === "facets") {
        opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    }
});
