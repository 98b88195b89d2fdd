using GdprKit.Documents;

namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string Rights => "Your rights";

    /// <inheritdoc/>
    public override string AboutRights => $"You have these rights. Exercising them is free ({Register.Article("12(5)")}).";

    /// <inheritdoc/>
    public override string OnlyFor(string activities) => $"This right exists only for: {activities}.";

    /// <inheritdoc/>
    public override string NotFor(string activities) => $"This right does not exist for: {activities}.";

    /// <inheritdoc/>
    public override string HowToExercise => "How to use your rights";

    /// <inheritdoc/>
    public override string ThisIsHow => "This is how:";

    /// <inheritdoc/>
    public override InlineText GoTo(Uri page) => ["go to ", new Inline.Link("the page about your rights", page)];

    /// <inheritdoc/>
    public override InlineText MailTo(Inline address) => ["e-mail ", address];

    /// <inheritdoc/>
    public override InlineText Call(Inline number) => ["call ", number];

    /// <inheritdoc/>
    public override InlineText Visit(Inline website) => ["go to ", website];

    /// <inheritdoc/>
    public override string WriteTo(string address) => $"write to {address}";

    /// <inheritdoc/>
    public override string Or => "or";

    /// <inheritdoc/>
    public override ValueList<string> WhatToExpect =>
    [
        $"You get an answer within one month ({Register.Article("12(3)")}).",
        "Is your request complex, or do you ask much at once? Then it may take two months longer. We tell you so within the first month, with the reason.",
        "If we are not sure that it is you, we ask you to prove it. Otherwise we do not.",
        $"Are we unable to do what you ask? Then we explain why. You may then go to the supervisory authority or to court ({Register.Article("12(4)")}).",
    ];

    /// <inheritdoc/>
    public override string RightToObject => "Right to object";

    /// <inheritdoc/>
    public override string AlwaysAgainstMarketing => $"You may always object to advertising ({Register.Article("21(2)")}).";

    /// <inheritdoc/>
    public override string ObjectionForYourSituation => $"Objection because of your situation ({Register.Article("21(1)")}).";

    /// <inheritdoc/>
    public override string ThisIsIn(string article) => $"That is in {article}.";

    /// <inheritdoc/>
    public override string ThisConcerns(string activities) => $"It concerns: {activities}.";

    /// <inheritdoc/>
    public override string Consent => "Withdrawing consent";

    /// <inheritdoc/>
    public override string ConsentIsAskedApart =>
        $"We always ask for consent apart, with a question of its own. Reading this notice is not consent ({Register.Article("7(2)")}).";

    /// <inheritdoc/>
    public override string Complaint => "Complaints";

    /// <inheritdoc/>
    public override string TalkToUsFirst =>
        "Are you unhappy with how we handle your data? Let us know, and we will look for a solution together.";

    /// <inheritdoc/>
    public override InlineText ComplainTo(Inline authority) =>
        ["You may also complain to the supervisory authority at once: ", authority, $" ({Register.Article("77")})."];

    /// <inheritdoc/>
    public override string ComplainAtHome =>
        "Do you live or work in another country of the European Union? Then you may also go to the authority there.";
}
