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

// The day in Vietnam, UTC+7 all year, wherever the reader is.
PORTAL.showDay = function () {
  var days = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
  var now = new Date(new Date().getTime() + 7 * 60 * 60 * 1000);
  $('today').textContent = days[now.getUTCDay()] + ', ngày ' + now.getUTCDate() + '/' + (now.getUTCMonth() + 1) + '/' + now.getUTCFullYear();
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
