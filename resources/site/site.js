// Redaksi folder-site: the house's own words for an empty comment field.
'use strict';

for (const field of document.querySelectorAll('[data-required]')) {
  const check = () => {
    field.setCustomValidity(field.value.trim() === '' ? field.dataset.required : '');
  };
  field.addEventListener('input', check);
  check();
}
