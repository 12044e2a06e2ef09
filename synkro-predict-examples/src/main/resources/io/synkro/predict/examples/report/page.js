'use strict';
document.querySelectorAll('.chooser').forEach((chooser) => {
  const select = chooser.querySelector('select');
  const choices = chooser.querySelectorAll('.choice');
  const show = () => choices.forEach((choice, i) => { choice.hidden = i !== select.selectedIndex; });
  chooser.querySelector('.picker').hidden = false;
  select.addEventListener('change', show);
  show();
});
