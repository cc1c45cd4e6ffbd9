import { defineWords } from '../foundation/words.js';

/** Words of the note about an address of the other map; they come with it. */
export const oldAddressWords = defineWords('address-field', {
  vi: {
    oldAddress: 'Địa chỉ đã có ghi theo đơn vị hành chính trước ngày 01/07/2025: {path}.',
    oldAddressBare: 'Địa chỉ đã có ghi theo đơn vị hành chính trước ngày 01/07/2025.',
    nowIs: 'Nơi đó nay thuộc:',
    take: 'Dùng {path}',
    checkNew: 'Hãy đối chiếu với nơi ở thực tế; chưa đúng thì chọn lại ở dưới.',
    chooseNew: 'Hãy chọn lại theo đơn vị hành chính hiện nay.',
    otherMap: 'Địa chỉ đang ghi theo bản đồ hành chính khác. Hãy chọn lại tỉnh, thành phố và xã, phường.',
  },
  en: {
    oldAddress: 'The address on file is written with the units of before 1 July 2025: {path}.',
    oldAddressBare: 'The address on file is written with the units of before 1 July 2025.',
    nowIs: 'That place is now in:',
    take: 'Use {path}',
    checkNew: 'Compare it with where you really live; if it is not right, choose again below.',
    chooseNew: 'Choose again among the units of today.',
    otherMap: 'The address is written on another administrative map. Choose the province and commune again.',
  },
});
