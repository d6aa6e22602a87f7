/* For browsers that know no modules, and so run no other script: on to the page without scripts. */
location.replace(location.pathname.indexOf('/roadmap/') === 0 ? '?plain' : '?form');
