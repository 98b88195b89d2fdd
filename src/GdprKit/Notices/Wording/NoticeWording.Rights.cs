using GdprKit.Documents;

namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over the rights.</summary>
    public abstract string Rights { get; }

    /// <summary>That exercising rights is free (Art. 12(5)).</summary>
    public abstract string AboutRights { get; }

    /// <summary>That a right exists for some activities only.</summary>
    /// <param name="activities">Their names.</param>
    public abstract string OnlyFor(string activities);

    /// <summary>That a right does not exist for some activities.</summary>
    /// <param name="activities">Their names.</param>
    public abstract string NotFor(string activities);

    /// <summary>The heading over how to exercise a right.</summary>
    public abstract string HowToExercise { get; }

    /// <summary>What stands before the ways to reach the controller.</summary>
    public abstract string ThisIsHow { get; }

    /// <summary>That requests can be made on a page, in the middle of a sentence.</summary>
    /// <param name="page">The page.</param>
    public abstract InlineText GoTo(Uri page);

    /// <summary>That requests can be made by e-mail, in the middle of a sentence.</summary>
    /// <param name="address">The address.</param>
    public abstract InlineText MailTo(Inline address);

    /// <summary>That requests can be made by phone, in the middle of a sentence.</summary>
    /// <param name="number">The number.</param>
    public abstract InlineText Call(Inline number);

    /// <summary>That requests can be made on the website, in the middle of a sentence.</summary>
    /// <param name="website">The website.</param>
    public abstract InlineText Visit(Inline website);

    /// <summary>That requests can be made by letter, in the middle of a sentence.</summary>
    /// <param name="address">The address.</param>
    public abstract string WriteTo(string address);

    /// <summary>The word between two ways.</summary>
    public abstract string Or { get; }

    /// <summary>What happens with a request: when there is an answer, whether people must identify themselves, what if the answer is no (Art. 12(3), (4), (6)).</summary>
    public abstract ValueList<string> WhatToExpect { get; }

    /// <summary>The heading over the right to object.</summary>
    public abstract string RightToObject { get; }

    /// <summary>That objection to direct marketing is absolute (Art. 21(3)).</summary>
    public abstract string AlwaysAgainstMarketing { get; }

    /// <summary>That one may object for reasons of one's own situation (Art. 21(1)).</summary>
    public abstract string ObjectionForYourSituation { get; }

    /// <summary>Where a right stands.</summary>
    /// <param name="article">The article.</param>
    public abstract string ThisIsIn(string article);

    /// <summary>Which activities something is about.</summary>
    /// <param name="activities">Their names.</param>
    public abstract string ThisConcerns(string activities);

    /// <summary>The heading over consent.</summary>
    public abstract string Consent { get; }

    /// <summary>That consent is asked apart, and that reading the notice is no consent (Art. 7(2)).</summary>
    public abstract string ConsentIsAskedApart { get; }

    /// <summary>The heading over complaints.</summary>
    public abstract string Complaint { get; }

    /// <summary>That people can come to the controller with a complaint.</summary>
    public abstract string TalkToUsFirst { get; }

    /// <summary>That people can complain to the supervisory authority (Art. 77).</summary>
    /// <param name="authority">The authority.</param>
    public abstract InlineText ComplainTo(Inline authority);

    /// <summary>That people may also complain where they live or work (Art. 77(1)).</summary>
    public abstract string ComplainAtHome { get; }
}
