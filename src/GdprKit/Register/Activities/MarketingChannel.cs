namespace GdprKit;

/// <summary>The way in which direct marketing reaches people (art. 11.7 Telecommunicatiewet tells electronic ones apart).</summary>
public enum MarketingChannel
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Text messages and messaging services.</summary>
    TextMessage,

    /// <summary>Calls by a person.</summary>
    Phone,

    /// <summary>Letters.</summary>
    Post,
}
