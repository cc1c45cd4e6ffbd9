import type { IdentityFacts } from '@bhxh-kit/domain/identity/identity-facts.js';
import type { IdentityVerifier, Verdict } from './identity-verifier.js';

/** An invented person of the sandbox's population database, and what it says of them. */
export interface InventedIdentity extends IdentityFacts {
  readonly says: Verdict;
}

/** Birth year 2099 in the number, as of everybody invented here: nobody real has it. The last one shows a database that is down. */
export const INVENTED_IDENTITIES: readonly InventedIdentity[] = [
  { fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28', says: 'verified' },
  { fullName: 'Lê Thị Mẫu', identityNumber: '079299000002', birthDate: '1990-05-17', says: 'verified' },
  { fullName: 'Trần Thử Nghiệm', identityNumber: '079299000099', birthDate: '1979-12-01', says: 'unavailable' },
];

/** The sandbox's population database: knows some invented persons and nobody else. */
export const sandboxVerifier: IdentityVerifier = {
  name: 'Cơ sở dữ liệu dân cư thử nghiệm',
  verify: ({ fullName, identityNumber, birthDate }) => {
    const person = INVENTED_IDENTITIES.find((each) => each.identityNumber === identityNumber);
    const same = person?.fullName.toLocaleLowerCase('vi') === fullName.toLocaleLowerCase('vi') && person.birthDate === birthDate;
    return Promise.resolve(person && (same || person.says === 'unavailable') ? person.says : 'not-verified');
  },
};
