using static GdprKit.ChangeSignificance;

namespace GdprKit;

/// <summary>
/// Which change of a register is material. The one place where that is decided; <see cref="RegisterDiff"/> gives the reasons.
/// </summary>
internal static class ChangeRules
{
    public static IReadOnlyList<ChangeRule> Table { get; } =
    [
        //    where in the register file                      what                                             added      removed    replaced
        new("/languages/*",                                   RegisterElement.Language,                        Editorial, Material,  null),

        new("/controller/name",                               RegisterElement.ControllerName,                  Material,  Material,  Material),
        new("/controller/country",                            RegisterElement.ControllerCountry,               Material,  Material,  Material),
        new("/controller/registrationNumber",                 RegisterElement.RegistrationNumber,              Material,  Material,  Material),
        new("/controller/contact",                            RegisterElement.ControllerContact,               Editorial, Editorial, Editorial) { HasDefault = true },
        new("/controller/timeZone",                           RegisterElement.TimeZone,                        Editorial, Editorial, Editorial) { HasDefault = true },
        new("/controller/financialYearEnd",                   RegisterElement.FinancialYearEnd,                Material,  Material,  Material) { HasDefault = true },
        new("/controller/representative",                     RegisterElement.Representative,                  Editorial, Material,  Material),
        new("/controller/representative/contact",             RegisterElement.RepresentativeContact,           Editorial, Editorial, Editorial) { HasDefault = true },
        new("/controller/dataProtectionOfficer",              RegisterElement.DataProtectionOfficer,           Editorial, Material,  Editorial) { HasDefault = true },
        new("/controller/jointControllers/*",                 RegisterElement.JointController,                 Material,  Editorial, null) { Identity = ["name"] },
        new("/controller/jointControllers/*/contact",         RegisterElement.JointControllerContact,          Editorial, Editorial, Editorial) { HasDefault = true },
        new("/controller/jointControllers/*/arrangement",     RegisterElement.JointControllerArrangement,      Material,  Material,  Material),
        new("/controller/supervisoryAuthority",               RegisterElement.SupervisoryAuthority,            Editorial, Editorial, Editorial) { HasDefault = true },
        new("/controller/rights/page",                        RegisterElement.RightsPage,                      Editorial, Material,  Editorial),
        new("/controller/rights/email",                       RegisterElement.RightsEmail,                     Editorial, Material,  Editorial),
        new("/controller/rights/phone",                       RegisterElement.RightsPhone,                     Editorial, Material,  Editorial),

        new("/people/*",                                      RegisterElement.SubjectKind,                     Material,  Editorial, null),
        new("/people/*/label",                                RegisterElement.Label,                           Editorial, Editorial, Editorial),
        new("/people/*/hasOwnNotice",                         RegisterElement.OwnNotice,                       Material,  Material,  Material) { HasDefault = true },

        new("/categories/*",                                  RegisterElement.DataCategory,                    Editorial, Editorial, null),
        new("/categories/*/label",                            RegisterElement.Label,                           Editorial, Editorial, Editorial),
        new("/categories/*/description",                      RegisterElement.Description,                     Editorial, Editorial, Editorial),
        new("/categories/*/sensitivity",                      RegisterElement.Sensitivity,                     Material,  Material,  Material) { HasDefault = true },
        new("/categories/*/law",                              RegisterElement.CategoryLaw,                     Material,  Material,  Material),
        new("/categories/*/law/url",                          RegisterElement.LawAddress,                      Editorial, Editorial, Editorial),
        new("/categories/*/term",                             RegisterElement.Term,                            Editorial, Editorial, Editorial),

        new("/events/*",                                      RegisterElement.RetentionEvent,                  Editorial, Editorial, null),
        new("/events/*/label",                                RegisterElement.Label,                           Editorial, Editorial, Editorial),
        new("/events/*/description",                          RegisterElement.Description,                     Editorial, Editorial, Editorial),

        new("/recipients/*",                                  RegisterElement.Recipient,                       Material,  Editorial, null),
        new("/recipients/*/name",                             RegisterElement.RecipientName,                   Material,  Material,  Material),
        new("/recipients/*/role",                             RegisterElement.RecipientRole,                   Material,  Material,  Material),
        new("/recipients/*/task",                             RegisterElement.RecipientTask,                   Editorial, Editorial, Editorial),
        new("/recipients/*/country",                          RegisterElement.RecipientCountry,                Material,  Material,  Material),
        new("/recipients/*/transfers/*",                      RegisterElement.Transfer,                        Material,  Editorial, Material) { Identity = ["country", "organisation"] },
        new("/recipients/*/transfers/*/safeguard/copy",       RegisterElement.SafeguardCopy,                   Editorial, Material,  Editorial),
        new("/recipients/*/transfers/*/assessment",           RegisterElement.DocumentReference,               Editorial, Editorial, Editorial),

        new("/activities/*",                                  RegisterElement.Activity,                        Material,  Editorial, null),
        new("/activities/*/name",                             RegisterElement.Label,                           Editorial, Editorial, Editorial),
        new("/activities/*/purpose/description",              RegisterElement.PurposeDescription,              Editorial, Editorial, Editorial),
        new("/activities/*/purpose/term",                     RegisterElement.Term,                            Editorial, Editorial, Editorial),
        new("/activities/*/basis",                            RegisterElement.LawfulBasis,                     Material,  Material,  Material),
        new("/activities/*/basis/law/url",                    RegisterElement.LawAddress,                      Editorial, Editorial, Editorial),
        new("/activities/*/basis/balancingTest",              RegisterElement.DocumentReference,               Editorial, Editorial, Editorial),
        new("/activities/*/basis/term",                       RegisterElement.Term,                            Editorial, Editorial, Editorial),
        new("/activities/*/specialCategories",                RegisterElement.SpecialCategoryCondition,        Material,  Editorial, Material),
        new("/activities/*/specialCategories/law/url",        RegisterElement.LawAddress,                      Editorial, Editorial, Editorial),
        new("/activities/*/consent/validFor",                 RegisterElement.ConsentPeriod,                   Editorial, Material,  Material),
        new("/activities/*/consent/doubleOptIn/*",            RegisterElement.ConsentConfirmation,             Editorial, Material,  null),
        new("/activities/*/consent/perChannel",               RegisterElement.ConsentPerChannel,               Material,  Material,  Material) { HasDefault = true },
        new("/activities/*/consent/question",                 RegisterElement.ConsentQuestion,                 Editorial, Editorial, Editorial),
        new("/activities/*/addressesMinors",                  RegisterElement.AddressesMinors,                 Material,  Material,  Material) { HasDefault = true },
        new("/activities/*/softOptIn",                        RegisterElement.SoftOptIn,                       Material,  Material,  Material) { HasDefault = true },
        new("/activities/*/people/*",                         RegisterElement.ActivityPeople,                  Material,  Editorial, null),
        new("/activities/*/categories/*",                     RegisterElement.ActivityCategory,                Material,  Editorial, null),
        new("/activities/*/recipients/*",                     RegisterElement.ActivityRecipient,               Material,  Editorial, null),
        new("/activities/*/sources/*",                        RegisterElement.Source,                          Material,  Editorial, Material) { Identity = ["name"] },
        new("/activities/*/provision/requirement",            RegisterElement.ProvisionRequirement,            Material,  Material,  Material) { HasDefault = true },
        new("/activities/*/provision/consequence",            RegisterElement.ProvisionConsequence,            Editorial, Editorial, Editorial),
        new("/activities/*/automatedDecision",                RegisterElement.AutomatedDecision,               Material,  Editorial, Material),
        new("/activities/*/marketing/*",                      RegisterElement.MarketingChannel,                Material,  Editorial, null),
        new("/activities/*/retention/*",                      RegisterElement.RetentionRule,                   Material,  Material,  Material),
        new("/activities/*/retention/*/source",               RegisterElement.RetentionSource,                 Editorial, Editorial, Editorial),
        new("/activities/*/retention/*/indefinitely/reason",  RegisterElement.RetentionReason,                 Editorial, Editorial, Editorial),
        new("/activities/*/security",                         RegisterElement.Security,                        Editorial, Editorial, Editorial),
        new("/activities/*/impactAssessment",                 RegisterElement.DocumentReference,               Editorial, Editorial, Editorial),

        new("/conflictChoices/*",                             RegisterElement.ConflictChoice,                  Material,  Material,  null) { Identity = ["prevails", "yields"] },
        new("/conflictChoices/*/reason",                      RegisterElement.ConflictReason,                  Editorial, Editorial, Editorial),

        new("/backups/*",                                     RegisterElement.Backup,                          Material,  Material,  Material),
        new("/backups/*/name",                                RegisterElement.Label,                           Editorial, Editorial, Editorial),
        new("/security",                                      RegisterElement.Security,                        Editorial, Editorial, Editorial),
        new("/ownRecords/evidence",                           RegisterElement.OwnEvidence,                     Material,  Material,  Material) { HasDefault = true },
    ];
}
