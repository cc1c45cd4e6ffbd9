// Script of the site itself, in the manner of its years: a global namespace, a short global function, additions to built-in prototypes. The kit lives beside it.
var PORTAL = PORTAL || {};
var $ = function (id) {
  return document.getElementById(id);
};

Array.prototype.last = function () {
  return this[this.length - 1];
};
Array.prototype.contains = function (one) {
  return this.indexOf(one) !== -1;
};
String.prototype.endsOn = function (end) {
  return this.slice(-end.length) === end;
};

PORTAL.showDay = function () {
  var days = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
  var now = new Date();
  $('today').textContent = days[now.getDay()] + ', ngày ' + now.getDate() + '/' + (now.getMonth() + 1) + '/' + now.getFullYear();
};

PORTAL.sizes = [62.5, 68.75, 75, 87.5];
PORTAL.size = 0;
PORTAL.resize = function (by) {
  PORTAL.size = Math.max(0, Math.min(PORTAL.sizes.length - 1, PORTAL.size + by));
  document.documentElement.style.fontSize = PORTAL.sizes[PORTAL.size] + '%';
};

document.addEventListener('DOMContentLoaded', function () {
  PORTAL.showDay();
  $('smaller').onclick = function () {
    PORTAL.resize(-1);
  };
  $('larger').onclick = function () {
    PORTAL.resize(1);
  };
});

// Listens to everything, as such scripts do.
document.onkeydown = function (event) {
  PORTAL.lastKey = event.keyCode;
};
document.onchange = function (event) {
  PORTAL.lastChange = event.target;
};
