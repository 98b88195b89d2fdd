using GdprKit.Documents;

namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string Rights => "Je rechten";

    /// <inheritdoc/>
    public override string AboutRights => $"Je hebt deze rechten. Dat kost je niets ({Register.Article("12(5)")}).";

    /// <inheritdoc/>
    public override string OnlyFor(string activities) => $"Dit recht geldt alleen voor: {activities}.";

    /// <inheritdoc/>
    public override string NotFor(string activities) => $"Dit recht geldt niet voor: {activities}.";

    /// <inheritdoc/>
    public override string HowToExercise => "Zo gebruik je je rechten";

    /// <inheritdoc/>
    public override string ThisIsHow => "Zo doe je dat:";

    /// <inheritdoc/>
    public override InlineText GoTo(Uri page) => ["ga naar ", new Inline.Link("de pagina over je rechten", page)];

    /// <inheritdoc/>
    public override InlineText MailTo(Inline address) => ["mail naar ", address];

    /// <inheritdoc/>
    public override InlineText Call(Inline number) => ["bel ", number];

    /// <inheritdoc/>
    public override InlineText Visit(Inline website) => ["ga naar ", website];

    /// <inheritdoc/>
    public override string WriteTo(string address) => $"schrijf naar {address}";

    /// <inheritdoc/>
    public override string Or => "of";

    /// <inheritdoc/>
    public override ValueList<string> WhatToExpect =>
    [
        $"Je krijgt binnen één maand antwoord ({Register.Article("12(3)")}).",
        "Is je vraag ingewikkeld, of vraag je veel tegelijk? Dan mag het twee maanden langer duren. Dat vertellen wij je binnen de eerste maand, met de reden.",
        "Twijfelen wij of jij het bent? Dan vragen wij je dat te laten zien. Anders niet.",
        $"Kunnen wij niet doen wat je vraagt? Dan leggen wij uit waarom. Je mag dan naar de toezichthouder of naar de rechter ({Register.Article("12(4)")}).",
    ];

    /// <inheritdoc/>
    public override string RightToObject => "Bezwaar maken";

    /// <inheritdoc/>
    public override string AlwaysAgainstMarketing => $"Tegen reclame mag je altijd bezwaar maken ({Register.Article("21(2)")}).";

    /// <inheritdoc/>
    public override string ObjectionForYourSituation => $"Bezwaar vanwege jouw situatie ({Register.Article("21(1)")}).";

    /// <inheritdoc/>
    public override string ThisIsIn(string article) => $"Dat staat in {article}.";

    /// <inheritdoc/>
    public override string ThisConcerns(string activities) => $"Het gaat om: {activities}.";

    /// <inheritdoc/>
    public override string Consent => "Toestemming intrekken";

    /// <inheritdoc/>
    public override string ConsentIsAskedApart =>
        $"Wij vragen toestemming altijd apart, met een eigen vraag. Deze verklaring lezen is geen toestemming ({Register.Article("7(2)")}).";

    /// <inheritdoc/>
    public override string Complaint => "Klachten";

    /// <inheritdoc/>
    public override string TalkToUsFirst =>
        "Ben je niet tevreden over hoe wij met je gegevens omgaan? Laat het ons weten, dan zoeken wij samen een oplossing.";

    /// <inheritdoc/>
    public override InlineText ComplainTo(Inline authority) =>
        ["Je mag ook meteen een klacht indienen bij de toezichthouder: ", authority, $" ({Register.Article("77")})."];

    /// <inheritdoc/>
    public override string ComplainAtHome =>
        "Woon of werk je in een ander land van de Europese Unie? Dan mag je ook naar de toezichthouder daar.";
}
