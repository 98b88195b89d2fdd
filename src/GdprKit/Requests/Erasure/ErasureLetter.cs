using GdprKit.Documents;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Writes to a person what was erased, what stays until when and why, who was told, and what the person can do (Art. 12(3), 12(4), 17, 19).</summary>
/// <param name="register">Says who the controller is, what is kept and for how long.</param>
/// <param name="order">How far the erasure has come.</param>
/// <param name="rest">What stays; <see langword="null"/> when nothing leads to the person any more.</param>
/// <param name="receivedOn">On which day the request was received; <see langword="null"/> without a request.</param>
/// <param name="manual">What is kept outside the application.</param>
/// <param name="backups">When what was erased is gone from backups too.</param>
/// <param name="language">Dutch or English.</param>
internal sealed class ErasureLetter(
    ProcessingRegister register, ErasureOrder order, ErasurePlan? rest, LocalDate? receivedOn, ValueList<ManualStore> manual, BackupForecast backups, Language language)
{
    private readonly ErasureLetterTexts _texts = new(language);

    private readonly ErasureNames _names = new(register, manual, RegisterWording.In(language));

    private RegisterWording Words => _texts.Words;

    public Document Write() => new(_texts.Title, language, [.. new[] { Erased(), Staying(), Told(), Kept(), Backups(), Remedies() }.OfType<DocumentSection>()])
    {
        Introduction = [new DocumentBlock.Paragraph(receivedOn is { } day ? _texts.Asked(register.Controller.Name, Words.Date(day)) : _texts.Unasked(register.Controller.Name))],
        Closing = [new DocumentBlock.Paragraph($"{_texts.Number}: {order.Id}")],
    };

    private DocumentSection Erased()
    {
        var stores = order.Places.Where(place => place.Kind is ErasurePlaceKind.Store or ErasurePlaceKind.Target or ErasurePlaceKind.ManualStore && place.HasAnswered).ToList();
        var categories = stores.SelectMany(place => place.Categories).Distinct().ToList();
        var labels = register.Categories.Where(category => categories.Contains(category.Key)).Select(category => Words.Text(category.Label)).ToList();
        var places = stores.Where(place => place.Kind is not ErasurePlaceKind.Store)
            .Select(place => (InlineText)_texts.ErasedAt(_names.Of(place.Kind, place.Key), Words.Date(place.On!.Value))).ToList();
        var on = order.Places.Where(place => place.Kind is ErasurePlaceKind.Store && place.On is not null).Select(place => place.On!.Value).DefaultIfEmpty(order.On).Max();
        return new(SectionId.Parse("erased"), _texts.WhatIsErased)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(labels.Count > 0 ? _texts.ErasedOn(Words.Date(on)) : _texts.NothingWasThere),
                .. labels.Count > 0 ? [new DocumentBlock.BulletList(labels.Select(label => (InlineText)label).ToValueList())] : Array.Empty<DocumentBlock>(),
                .. places.Count > 0 ? [new DocumentBlock.BulletList(places.ToValueList())] : Array.Empty<DocumentBlock>(),
            ],
        };
    }

    /// <summary>What stays, by category, with the ground and until when.</summary>
    private DocumentSection? Staying()
    {
        ValueList<ValueList<InlineText>> rows =
        [
            .. (rest?.Kept ?? []).Select(kept => (ValueList<InlineText>)
            [
                Words.AsSentence(_names.Of(kept.Categories)),
                _texts.Why(kept.Reason, _names.RuleOf(kept)),
                kept.ErasableFrom is { } from ? Words.Date(from.PlusDays(-1)) : _texts.UntilItEnds(kept.Reason),
            ]),
            .. from place in order.Places
               where place is { Kind: not ErasurePlaceKind.Store, Answer: ErasurePlaceAnswer.Waiting, ErasableFrom: not null }
               select (ValueList<InlineText>)[_names.Of(place.Kind, place.Key), _texts.DemandedThere, Words.Date(place.ErasableFrom!.Value.PlusDays(-1))],
        ];
        return rows.IsEmpty ? null : new(SectionId.Parse("stays"), _texts.WhatStays)
        {
            Blocks = [new DocumentBlock.Paragraph(_texts.StaysIntroduction), new DocumentBlock.Table(_texts.WhatStays, [_texts.Data, _texts.Reason, _texts.UntilAndIncluding], rows)],
        };
    }

    private DocumentSection? Told()
    {
        var recipients = order.Places.Where(place => place is { Kind: ErasurePlaceKind.Recipient, HasAnswered: true }).ToList();
        return recipients.Count == 0 ? null : new(SectionId.Parse("told"), _texts.WhoWasTold)
        {
            Blocks = [new DocumentBlock.BulletList(recipients.Select(place => (InlineText)(place.Answer is ErasurePlaceAnswer.Impossible
                ? _texts.NotTold(_names.Of(place.Kind, place.Key))
                : _texts.Told(_names.Of(place.Kind, place.Key), Words.Date(place.On!.Value)))).ToValueList())],
        };
    }

    /// <summary>What GdprKit itself keeps: that this was asked and done, and, where they were put there, a mark of the addresses.</summary>
    private DocumentSection Kept()
    {
        var accountability = register.Activities[OwnRecordKeys.Accountability];
        ValueList<InlineText> kept =
        [
            .. accountability.Retention.Select(rule => (InlineText)$"{Words.Text(register.Categories[rule.Categories[0]].Label)}: {Words.Sentence(rule, register)}"),
            .. order.IsSuppressed && register.Activities.TryGet(OwnRecordKeys.Suppression, out var suppression)
                ? suppression.Retention.Select(rule => (InlineText)$"{Words.Text(register.Categories[OwnRecordKeys.SuppressedAddress].Label)}: {Words.Sentence(rule, register)}")
                : [],
        ];
        return new(SectionId.Parse("kept"), _texts.WhatWeKeep)
        {
            Blocks = [new DocumentBlock.Paragraph(_texts.KeptIntroduction), new DocumentBlock.BulletList(kept)],
        };
    }

    // Of a set that does not rotate as it should, nobody can say when.
    private DocumentSection Backups() => new(SectionId.Parse("backups"), _texts.Backups)
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(backups switch
            {
                { GoneBy: null } => _texts.GoneUnknown,
                { GoneBy: { } day, IsCertain: true } => _texts.GoneBy(Words.Date(day)),
                { Overdue: { IsEmpty: false } overdue } => _texts.GoneUncertain(NamesOf(overdue)),
                _ => _texts.GoneUntold(NamesOf(backups.Untold)),
            }),
            new DocumentBlock.Paragraph(_texts.BackupsAreNotUsed),
        ],
    };

    private string NamesOf(ValueList<Key<BackupSchedule>> sets) => Words.And(register.Backups.Where(set => sets.Contains(set.Key)).Select(set => Words.Text(set.Name)));

    private DocumentSection Remedies()
    {
        var controller = register.Controller;
        return new(SectionId.Parse("remedies"), _texts.Remedies)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph([_texts.Complain, new Inline.Link(controller.SupervisoryAuthority.Name, controller.SupervisoryAuthority.Website), "."]),
                new DocumentBlock.Paragraph(controller.Country.Code == "NL" ? _texts.CourtInTheNetherlands : _texts.Court),
            ],
        };
    }
}
