import { choices } from '../app/words';

/** The municipal platform's types of service records, as far as they are known here; an agreement may name others. */
export const RECORDS = choices({
  'home-visit': '入户探访',
  referral: '转介个案',
  'counselling-case': '咨询个案',
  'counselling-interview': '咨询个案面谈',
  'case-opened': '专业个案开案',
  'case-session': '专业个案面谈辅导',
  'case-closed': '专业个案结案',
  'group-opened': '专业小组开组',
  'group-session': '专业小组活动',
  activity: '社区活动',
  symposium: '座谈会',
  council: '议事会',
  'volunteer-joined': '新增志愿者',
  'backbone-joined': '新增志愿者骨干',
  'team-formed': '组建志愿服务队伍',
  'organisation-nurtured': '培育社区组织',
  'emergency-service': '应急性公共服务',
  'other-public-service': '其他公共服务',
  'needs-survey': '需求调研',
  'development-plan': '社区发展计划',
  'feature-project': '特色项目',
  'file-opened': '建档',
}).map(({ value, label }) => ({ value, label: `${label} ${value}` }));
