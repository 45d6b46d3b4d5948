import { board, type DomainMatrix, read, withStructure } from "./words.ts";

const collect = { intention: "collect", subject: "FeeCall" } as const;
const oversee = { intention: "oversee", subject: "FeeCall" } as const;
const setSchedule = { intention: "update", subject: "FeeRate" } as const;

export const dues: DomainMatrix = {
  doors: {
    "lib/dues/queries.ts#findDues": read("FeeCall"),
    "lib/dues/queries.ts#listDuesMail": oversee,
    "lib/dues/queries.ts#findCallPdf": read("FeeCall"),
    "lib/dues/queries.ts#findReceiptPdf": read("FeeCall"),
    "lib/dues/report/queries.ts#findReport": read("FeeCall"),
    "lib/dues/report/queries.ts#findReportPdf": read("FeeCall"),
    "lib/dues/calls/queries.ts#previewCalls": collect,
    "lib/dues/calls/queries.ts#listCalls": oversee,
    "lib/dues/calls/queries.ts#sumCalls": oversee,
    "lib/dues/calls/queries.ts#listCalledYears": oversee,
    "lib/dues/calls/commands.ts#callFees": collect,
    "lib/dues/calls/actions.ts#callFeesAction": collect,
    "lib/dues/payments/queries.ts#listEntries": oversee,
    "lib/dues/payments/commands.ts#recordPayment": collect,
    "lib/dues/payments/commands.ts#undoPayment": collect,
    "lib/dues/payments/actions.ts#recordPaymentAction": collect,
    "lib/dues/payments/actions.ts#undoPaymentAction": collect,
    "lib/dues/reminders/commands.ts#remind": collect,
    "lib/dues/reminders/commands.ts#pursueLateFees": collect,
    "lib/dues/reminders/actions.ts#remindAction": collect,
    "lib/dues/schedule/queries.ts#getFeeRules": read("FeeRate"),
    "lib/dues/schedule/queries.ts#listRates": read("FeeRate"),
    "lib/dues/schedule/commands.ts#addRate": setSchedule,
    "lib/dues/schedule/commands.ts#withdrawRate": setSchedule,
    "lib/dues/schedule/commands.ts#changeFeeRules": setSchedule,
    "lib/dues/schedule/commands.ts#noteHeadcount": collect,
    "lib/dues/schedule/actions.ts#addRateAction": setSchedule,
    "lib/dues/schedule/actions.ts#withdrawRateAction": setSchedule,
    "lib/dues/schedule/actions.ts#changeFeeRulesAction": setSchedule,
    "lib/dues/schedule/actions.ts#noteHeadcountAction": collect,
    "app/espace/cotisation/appels/[reference]/route.ts#GET": read("FeeCall"),
    "app/espace/cotisation/recus/[receipt]/route.ts#GET": read("FeeCall"),
    "app/espace/bilan/pdf/route.ts#GET": read("FeeCall"),
    "app/comite/cotisations/liste.csv/route.ts#GET": oversee,
    "app/comite/cotisations/ecritures.csv/route.ts#GET": oversee,
  },
  expected: [
    { intention: "read", subject: "FeeCall", roles: withStructure },
    { intention: "oversee", subject: "FeeCall", roles: board },
    { intention: "collect", subject: "FeeCall", roles: board },
    { intention: "read", subject: "FeeRate", roles: withStructure },
    { intention: "update", subject: "FeeRate", roles: board },
  ],
};
