namespace GdprKit.Samples.Crm.Requests;

/// <summary>What an employee can do with a request.</summary>
public enum HandlingStep
{
    /// <summary>Nobody said; refused.</summary>
    Unspecified = 0,

    /// <summary>Say whose it is.</summary>
    Assign,

    /// <summary>Ask what is meant.</summary>
    Ask,

    /// <summary>Write down the answer to that.</summary>
    Answered,

    /// <summary>Ask who it is, because there is doubt.</summary>
    Doubt,

    /// <summary>Write down that it is clear who it is.</summary>
    Identified,

    /// <summary>Grant it.</summary>
    Accept,

    /// <summary>Refuse a part of it.</summary>
    RefuseInPart,

    /// <summary>Refuse it.</summary>
    Refuse,

    /// <summary>Take more time.</summary>
    Extend,

    /// <summary>Order that the data are erased.</summary>
    Erase,

    /// <summary>Write down what somebody did by hand for that, or that a recipient was told.</summary>
    Erased,

    /// <summary>Make the copy of the data, and mail the link to it.</summary>
    Copy,

    /// <summary>Write down that it was carried out.</summary>
    Fulfil,

    /// <summary>Handle it together with an earlier one.</summary>
    Merge,

    /// <summary>Write down that the person takes it back.</summary>
    Withdraw,

    /// <summary>Open a decided one again.</summary>
    Reopen,
}
