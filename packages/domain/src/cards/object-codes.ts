/** A label in both languages. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

const label = (vi: string, en: string): Label => ({ vi, en });

/**
 * Mã đối tượng on BHYT cards, in plain words. Source: the two letters of QĐ 1351/QĐ-BHXH 2015 as secondary sources list them; the wording is the kit's own, and no act's.
 * The list moved over time and is not complete: an unknown code is shown as it is, never refused.
 */
export const OBJECT_CODES: Readonly<Record<string, Label>> = {
  DN: label('Người lao động trong doanh nghiệp', 'Employee of an enterprise'),
  HX: label('Người lao động trong hợp tác xã', 'Worker of a cooperative'),
  CH: label('Người lao động trong cơ quan, đơn vị nhà nước', 'Employee of a state agency or unit'),
  NN: label('Người lao động trong tổ chức nước ngoài, quốc tế', 'Employee of a foreign or international organisation'),
  TK: label('Người lao động trong tổ chức khác', 'Employee of another organisation'),
  HC: label('Cán bộ, công chức, viên chức', 'Cadre, civil servant or public employee'),
  XK: label('Người hoạt động không chuyên trách ở xã', 'Part-time commune staff'),
  HT: label('Người hưởng lương hưu, trợ cấp mất sức hằng tháng', 'Receives a pension or a monthly disability allowance'),
  TB: label('Người hưởng trợ cấp tai nạn lao động, bệnh nghề nghiệp', 'Receives a work accident or occupational disease allowance'),
  NO: label('Người nghỉ việc vì ốm đau dài ngày', 'On long sick leave'),
  CT: label('Người từ 80 tuổi hưởng trợ cấp tuất', 'Survivor of 80 or older with an allowance'),
  XB: label('Cán bộ xã đã nghỉ việc, hưởng trợ cấp từ quỹ BHXH', 'Retired commune cadre, paid by the social insurance fund'),
  TN: label('Người hưởng trợ cấp thất nghiệp', 'Receives unemployment benefit'),
  CS: label('Công nhân cao su hưởng trợ cấp', 'Rubber worker with an allowance'),
  QN: label('Quân nhân', 'Member of the armed forces'),
  CA: label('Công an nhân dân', 'Member of the police'),
  CY: label('Người làm công tác cơ yếu', 'Member of the cipher service'),
  XN: label('Cán bộ xã đã nghỉ việc, hưởng trợ cấp từ ngân sách', 'Retired commune cadre, paid by the state budget'),
  MS: label('Người đã thôi hưởng trợ cấp mất sức lao động', 'Disability allowance ended'),
  CC: label('Người có công với cách mạng', 'Person with merit'),
  CK: label('Người có công với cách mạng', 'Person with merit'),
  CB: label('Cựu chiến binh', 'Veteran'),
  KC: label('Người tham gia kháng chiến', 'Took part in the resistance'),
  HD: label('Đại biểu dân cử', 'Elected representative'),
  TE: label('Trẻ em dưới 6 tuổi', 'Child under 6'),
  BT: label('Người hưởng trợ cấp bảo trợ xã hội', 'Receives social protection'),
  HN: label('Người thuộc hộ nghèo', 'Member of a poor household'),
  DT: label('Người dân tộc thiểu số', 'Member of an ethnic minority'),
  DK: label('Người sống ở vùng đặc biệt khó khăn', 'Lives in an especially difficult area'),
  XD: label('Người sống ở xã đảo, huyện đảo', 'Lives in an island commune'),
  TS: label('Thân nhân liệt sĩ', 'Relative of a martyr'),
  TC: label('Thân nhân người có công', 'Relative of a person with merit'),
  TQ: label('Thân nhân quân nhân', 'Relative of a member of the armed forces'),
  TA: label('Thân nhân công an', 'Relative of a member of the police'),
  TY: label('Thân nhân người làm cơ yếu', 'Relative of a member of the cipher service'),
  TV: label('Thân nhân người làm việc trong quốc phòng', 'Relative of a defence worker'),
  HG: label('Người đã hiến bộ phận cơ thể', 'Organ donor'),
  LS: label('Lưu học sinh nước ngoài', 'Foreign student'),
  PV: label('Người phục vụ người có công', 'Serves a person with merit'),
  CN: label('Người thuộc hộ cận nghèo', 'Member of a near-poor household'),
  HS: label('Học sinh', 'Pupil'),
  SV: label('Sinh viên', 'University student'),
  GB: label('Người thuộc hộ làm nông nghiệp có mức sống trung bình', 'Member of an average-income agriculture household'),
  GD: label('Người tham gia theo hộ gia đình', 'Insured as a household'),
};
