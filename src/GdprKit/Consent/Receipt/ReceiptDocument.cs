using GdprKit.Documents;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>Writes a receipt as a text for the person.</summary>
internal sealed class ReceiptDocument
{
    private readonly ReceiptSource _source;
    private readonly ReceiptTexts _texts;

    private ReceiptDocument(ReceiptSource source) => (_source, _texts) = (source, new ReceiptTexts(source.Language));

    private RegisterWording Words => _texts.Words;

    public static Document Write(ReceiptSource source) => new ReceiptDocument(source).Write();

    private Document Write() => new(_texts.Title(Topic()), _source.Language, [Agreed(), TakingBack(), History()])
    {
        Introduction = [new DocumentBlock.Paragraph(_texts.Introduction(_source.Agreed.Controller.Name))],
        Closing = [new DocumentBlock.Paragraph($"{_texts.Number}: {_source.Id}")],
    };

    private string Topic() => _source.Topic.Channel is { } channel
        ? $"{Words.Text(_source.Activity.Name)} ({Words.Name(channel)})"
        : Words.Text(_source.Activity.Name);

    private DocumentSection Agreed()
    {
        var (activity, agreed) = (_source.Activity, _source.Agreed);
        var recipients = Words.And(activity.Recipients.Select(key => agreed.Recipients[key].Name));
        return new(SectionId.Parse("agreed"), _texts.WhatYouAgreedTo)
        {
            Blocks =
            [
                new DocumentBlock.DefinitionList(
                [
                    new(_texts.Question, [_source.Wording ?? _texts.QuestionUnknown]),
                    new(_texts.Purpose, [Words.AsSentence(Words.Text(activity.Purpose.Description))]),
                    new(_texts.Data, [Words.AsSentence(Words.And(activity.Categories.Select(key => Words.Text(agreed.Categories[key].Label))))]),
                    new(_texts.Recipients, [recipients.Length > 0 ? recipients : _texts.NobodyElse]),
                    new(_texts.HowLong, activity.Retention.Select(rule => (InlineText)Words.AsSentence(Words.Sentence(rule, agreed))).ToValueList()),
                    new(_texts.Kind, [_texts.KindOf(_source.Record.Explicit)]),
                    new(_texts.State, State()),
                    new(_texts.Controller, [agreed.Controller.Name]),
                    new(_texts.Notice, [_source.Record.Notice is { } notice ? (InlineText)new Inline.Code($"sha256:{notice}") : _texts.NoticeUnknown]),
                ]),
            ],
        };
    }

    private ValueList<InlineText> State()
    {
        var status = _source.Record.StatusAt(_source.Now);
        InlineText name = Words.AsSentence(_texts.Name(status));
        return status.IsValid() && _source.Record.Until is { } until ? [name, _texts.Until(Day(until))] : [name];
    }

    private DocumentSection TakingBack() => new(SectionId.Parse("taking-back"), _texts.TakeBack)
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(_texts.HowToTakeBack),
            new DocumentBlock.Paragraph(new Inline.Link(_texts.Here, _source.Control)),
        ],
    };

    private DocumentSection History()
    {
        var wording = new LedgerWording(_source.Agreed, [ConsentRecord.Fold]);
        return new(SectionId.Parse("history"), _texts.History)
        {
            Blocks =
            [
                new DocumentBlock.Table(
                    _texts.History,
                    [_texts.When, _texts.What],
                    _source.History.Select(entry => (ValueList<InlineText>)[Day(entry.RecordedAt), wording.Tell(entry, _source.Language)]).ToValueList()),
            ],
        };
    }

    private string Day(Instant instant) => Words.Date(instant.InZone(_source.Today.Controller.TimeZone).Date);
}
