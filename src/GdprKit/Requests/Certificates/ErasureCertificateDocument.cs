using System.Globalization;
using GdprKit.Documents;
using NodaTime.Text;

namespace GdprKit.Requests;

/// <summary>Writes a certificate of an erasure for people.</summary>
internal sealed class ErasureCertificateDocument
{
    private readonly ErasureCertificate _certificate;
    private readonly ProcessingRegister _register;
    private readonly Language _language;
    private readonly ErasureCertificateTexts _texts;
    private readonly ErasureLetterTexts _letter;
    private readonly ErasureNames _names;

    public ErasureCertificateDocument(ErasureCertificate certificate, PersonalDataMap map, Language language)
    {
        (_certificate, _register, _language, _texts, _letter) = (certificate, map.Register, language, new(language), new(language));
        _names = new(_register, map.ManualStores, Words);
    }

    private RegisterWording Words => _texts.Words;

    public Document Write() => new(_texts.Title, _language, [.. new[] { Erasure(), Places(), Stays(), Proof() }.OfType<DocumentSection>()])
    {
        Introduction = [new DocumentBlock.Paragraph(_texts.Covers(_register.Controller.Name))],
    };

    private DocumentSection Erasure() => new(SectionId.Parse("erasure"), _texts.Erasure)
    {
        Blocks =
        [
            new DocumentBlock.DefinitionList(
            [
                new(_texts.Number, [_certificate.Order.ToString()]),
                new(_texts.Person, [_register.People.TryGet(_certificate.Kind, out var kind) ? Words.Text(kind.Label) : _certificate.Kind.ToString()]),
                new(_texts.Ordered, [_texts.OrderedOn(Words.Date(_certificate.OrderedOn), _certificate.IsRequested)]),
                new(_texts.State, [_texts.StatusOf(_certificate.Status, Words.Date(_certificate.Since.InZone(_register.Controller.TimeZone).Date))]),
                .. _certificate.IsSuppressed ? [new Definition(_texts.Suppressed, [_texts.IsSuppressed])] : Array.Empty<Definition>(),
            ]),
        ],
    };

    private DocumentSection Places() => new(SectionId.Parse("places"), _texts.Places)
    {
        Blocks =
        [
            new DocumentBlock.Table(
                _texts.Places,
                [_texts.Place, _texts.What, _texts.On, _texts.Deleted, _texts.Emptied, _letter.Data],
                _certificate.Places.Select(place => (ValueList<InlineText>)
                [
                    NameOf(place),
                    _texts.Done(place),
                    place.On is { } day ? Words.Date(day) : "",
                    Number(place.Deleted),
                    Number(place.Emptied),
                    _names.Of(place.Categories),
                ]).ToValueList()),
        ],
    };

    private DocumentSection? Stays()
    {
        ValueList<ValueList<InlineText>> rows = [.. _certificate.Places.SelectMany(place => place.Kept.Select(kept => Row(place, kept))), .. _certificate.Places.Where(IsDemanded).Select(Row)];
        return rows.IsEmpty ? null : new(SectionId.Parse("stays"), _texts.Stays)
        {
            Blocks = [new DocumentBlock.Table(_texts.Stays, [_texts.Place, _letter.Data, _letter.Reason, _letter.UntilAndIncluding], rows)],
        };
    }

    private ValueList<InlineText> Row(ErasureCertificatePlace place, ErasureKept kept) =>
    [
        NameOf(place),
        _names.Of(kept.Categories),
        _letter.Why(kept.Reason, _names.RuleOf(kept)),
        kept.ErasableFrom is { } day ? Words.Date(day.PlusDays(-1)) : _letter.UntilItEnds(kept.Reason),
    ];

    // What stays outside of the stores, of which only the day is known.
    private static bool IsDemanded(ErasureCertificatePlace place) => place.Kept.IsEmpty && place.ErasableFrom is not null;

    private ValueList<InlineText> Row(ErasureCertificatePlace place) => [NameOf(place), "", _letter.DemandedThere, Words.Date(place.ErasableFrom!.Value.PlusDays(-1))];

    private DocumentSection Proof() => new(SectionId.Parse("proof"), _texts.Proof)
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(_texts.HowToCheck),
            new DocumentBlock.DefinitionList(
            [
                new(_texts.Log, [new Inline.Code(_certificate.Ledger.ToString())]),
                new(_texts.Size, [Number(_certificate.Size)]),
                new(_texts.Root, [new Inline.Code(_certificate.Root.ToString())]),
            ]),
            new DocumentBlock.Table(
                _texts.Lines,
                [_texts.Position, _texts.Line, _texts.What, _texts.RecordedAt],
                _certificate.Entries.Select(entry => (ValueList<InlineText>)
                [
                    Number(entry.Proof.Index), new Inline.Code(entry.Id.ToString()), new Inline.Code(entry.Type.ToString()), new Inline.Code(InstantPattern.ExtendedIso.Format(entry.RecordedAt)),
                ]).ToValueList()),
        ],
    };

    private string NameOf(ErasureCertificatePlace place) => _texts.NameOf(place.Kind, _names.Of(place.Kind, place.Key));

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
