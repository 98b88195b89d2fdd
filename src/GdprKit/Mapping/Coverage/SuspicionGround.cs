namespace GdprKit.Mapping;

/// <summary>By what a property betrays itself.</summary>
internal enum SuspicionGround
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>A word in its name, whatever stands around it.</summary>
    Name,

    /// <summary>A word in its name that means something personal beside other personal data only.</summary>
    NameBesideOthers,

    /// <summary>Its type.</summary>
    Type,

    /// <summary>The attributes with which its class marks it.</summary>
    Mark,

    /// <summary>Nothing of its own: its row is about a person.</summary>
    Row,
}
