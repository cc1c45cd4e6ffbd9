/**
 * Base of every event of the kit: a class per event, so that listeners are typed. Events do not bubble, because host pages listen broadly;
 * they are cancelable only when something is about to happen that the host may stop.
 */
export abstract class KitEvent extends Event {
  constructor(type: string, { cancelable = false }: { cancelable?: boolean } = {}) {
    super(type, { bubbles: false, composed: false, cancelable });
  }
}
