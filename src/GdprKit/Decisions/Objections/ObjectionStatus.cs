namespace GdprKit;

/// <summary>What became of a person's objection (Art. 21).</summary>
public enum ObjectionStatus
{
    /// <summary>Nothing was said; where an objection is spoken of at all, judged as <see cref="Raised"/>.</summary>
    Unknown = 0,

    /// <summary>The person objected. Against direct marketing that is the end of it; else the data are kept and not used.</summary>
    Raised,

    /// <summary>The controller weighs its grounds; until it is done the data are kept and not used (Art. 18(1)(d)).</summary>
    Pending,

    /// <summary>The person is right: the processing ends (Art. 17(1)(c)).</summary>
    Upheld,

    /// <summary>Compelling grounds of the controller weigh more, and are documented (Art. 21(1)).</summary>
    Overridden,

    /// <summary>The person took the objection back.</summary>
    Withdrawn,
}
