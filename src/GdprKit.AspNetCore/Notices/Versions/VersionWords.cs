using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>How one says in Dutch, or else in English, when a version holds; in the days of the controller, where an announced version holds from the first moment of its day.</summary>
/// <param name="Language">The language of the text.</param>
/// <param name="Zone">The controller's.</param>
internal sealed record VersionWords(Language Language, DateTimeZone Zone)
{
    private readonly RegisterWording _words = RegisterWording.In(Language == Language.Dutch ? Language.Dutch : Language.English);

    public string Earlier => Choose("Eerdere teksten:", "Earlier texts:");

    public string ReadNow => Choose("Lees die nu al.", "Read it now.");

    public string WhatChanges => Choose("Wat verandert er?", "What changes?");

    public string WhatChanged => Choose("Wat is er sindsdien veranderd?", "What has changed since?");

    public string ReadPresent => Choose("Lees de tekst die nu geldt.", "Read the text that holds now.");

    public string NeverHeld => Choose(
        "Deze tekst was aangekondigd en heeft nooit gegolden: er kwam een andere voor in de plaats.", "This text was announced and never held: another one took its place.");

    public string HoldsSince(NoticeVersion version) => Choose($"Deze tekst geldt vanaf {Day(version.EffectiveFrom)}.", $"This text holds from {Day(version.EffectiveFrom)}.");

    public string WillHold(NoticeVersion version) => Choose($"Vanaf {Day(version.EffectiveFrom)} geldt een nieuwe tekst.", $"From {Day(version.EffectiveFrom)} a new text holds.");

    public string Held(NoticeVersion version) => Choose(
        $"Van {Day(version.EffectiveFrom)} tot {Day(version.EffectiveUntil!.Value)}", $"From {Day(version.EffectiveFrom)} until {Day(version.EffectiveUntil!.Value)}");

    public string TextHeld(NoticeVersion version) => Choose(
        $"Deze tekst gold van {Day(version.EffectiveFrom)} tot {Day(version.EffectiveUntil!.Value)}.", $"This text held from {Day(version.EffectiveFrom)} until {Day(version.EffectiveUntil!.Value)}.");

    public string LastChecked(Instant at) => Choose(
        $"Voor het laatst nagekeken op {Day(at)} om {Time(at)} uur. Of er daarna een nieuwe tekst is gekomen, kunnen we nu niet nagaan.",
        $"Last checked on {Day(at)} at {Time(at)}. We cannot check right now whether a new text has come since.");

    public string Choose(string nl, string en) => Language == Language.Dutch ? nl : en;

    private string Time(Instant instant) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(instant.InZone(Zone).TimeOfDay);

    private string Day(Instant instant) => _words.Date(instant.InZone(Zone).Date);
}
