using NodaTime;

namespace GdprKit;

/// <summary>
/// Adds GdprKit's own records to a register: what proves that people were told, agreed and were answered (Art. 5(2)), and which
/// addresses want no marketing (Art. 21(3)). They are personal data, so they stand in the notice and the record like all others.
/// </summary>
internal static class OwnRecordDeclarations
{
    private static readonly Citation DutyToProve = new("art. 5, 7, 12, 24 AVG/GDPR", new Uri("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));

    /// <summary>Completes the declarations.</summary>
    /// <param name="register">Declarations without faults, in their normal form.</param>
    public static RegisterDeclarations AddTo(RegisterDeclarations register)
    {
        var marketing = register.Activities.Where(activity => !activity.Marketing.IsEmpty).ToValueList();
        var texts = new OwnRecordTexts(register.Languages);
        return register with
        {
            Categories = [.. register.Categories, .. Categories(texts), .. marketing.IsEmpty ? [] : SuppressionCategories(texts)],
            Events = [.. register.Events, .. Events(texts)],
            Activities = [.. register.Activities, Accountability(register, texts), .. marketing.IsEmpty ? [] : Suppression(marketing, texts)],
        };
    }

    private static DataCategory[] Categories(OwnRecordTexts texts) =>
    [
        Category(OwnRecordKeys.Evidence, texts.Evidence, texts.EvidenceDescription),
        Category(OwnRecordKeys.ErasureOrder, texts.ErasureOrder, texts.ErasureOrderDescription),
    ];

    private static DataCategory[] SuppressionCategories(OwnRecordTexts texts) =>
        [Category(OwnRecordKeys.SuppressedAddress, texts.SuppressedAddress, texts.SuppressedAddressDescription)];

    private static DataCategory Category(Key<DataCategory> key, LocalizedText label, LocalizedText description) =>
        new() { Key = key, Label = label, Description = description, Sensitivity = DataSensitivity.Ordinary };

    private static RetentionEvent[] Events(OwnRecordTexts texts) =>
    [
        new() { Key = OwnRecordKeys.EvidenceEnded, Label = texts.EvidenceEnded, Description = texts.EvidenceEndedDescription },
        new() { Key = OwnRecordKeys.ErasureDone, Label = texts.ErasureDone },
    ];

    private static ProcessingActivity Accountability(RegisterDeclarations register, OwnRecordTexts texts)
    {
        var basis = new LawfulBasis.LegalObligation(DutyToProve);
        return new ProcessingActivity
        {
            Key = OwnRecordKeys.Accountability,
            Name = texts.Accountability,
            Purpose = new Purpose(texts.AccountabilityPurpose),
            Basis = basis,
            People = register.People.Select(people => people.Key).ToValueList(),
            Categories = [OwnRecordKeys.ErasureOrder, OwnRecordKeys.Evidence],
            Provision = DataProvision.For(basis),
            Retention =
            [
                Rule(OwnRecordKeys.ErasureOrder, UntilNoBackupHoldsIt(register)),
                Rule(OwnRecordKeys.Evidence, After(OwnRecordKeys.EvidenceEnded, register.OwnRecords.Evidence)),
            ],
        };
    }

    private static ProcessingActivity[] Suppression(ValueList<ProcessingActivity> marketing, OwnRecordTexts texts)
    {
        var basis = new LawfulBasis.LegitimateInterest(texts.SuppressionInterest);
        return
        [
            new()
            {
                Key = OwnRecordKeys.Suppression,
                Name = texts.Suppression,
                Purpose = new Purpose(texts.SuppressionPurpose),
                Basis = basis,
                People = marketing.SelectMany(activity => activity.People).Distinct().Order().ToValueList(),
                Categories = [OwnRecordKeys.SuppressedAddress],
                Provision = DataProvision.For(basis),
                Retention = [Rule(OwnRecordKeys.SuppressedAddress, new RetentionTerm.Indefinitely(texts.SuppressionReason))],
            },
        ];
    }

    private static RetentionRule Rule(Key<DataCategory> category, RetentionTerm term) => new()
    {
        Key = new Key<RetentionRule>(category.ToString()),
        Categories = [category],
        Term = term,
        Side = RetentionSide.Both,
        Then = DisposalAction.Delete,
        Strength = RetentionStrength.Own,
    };

    // After a restore the order is repeated, so it must outlive every backup that may bring the data back. Where no backups are
    // declared, nobody knows when that is; the order is then kept as long as evidence.
    private static RetentionTerm UntilNoBackupHoldsIt(RegisterDeclarations register)
    {
        if (register.Backups.IsEmpty)
        {
            return After(OwnRecordKeys.ErasureDone, register.OwnRecords.Evidence);
        }

        var longest = LongestPeriod.AllOf(register.Backups.Select(backup => backup.GoneAfterAtMost))
            .Select(period => After(OwnRecordKeys.ErasureDone, period))
            .ToValueList();
        return longest.Count == 1 ? longest[0] : new RetentionTerm.LatestOf(longest);
    }

    private static RetentionTerm.After After(Key<RetentionEvent> ended, Period period) =>
        new() { Events = [ended], Anchor = RetentionAnchor.Exact, Period = period };
}
