namespace GdprKit.Documents;

public abstract partial record Inline
{
    /// <summary>The e-mail address as a link that starts a message, or as plain text when it is no address.</summary>
    /// <param name="address">The address.</param>
    public static Inline ToEmail(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at > 0 && Uri.TryCreate($"mailto:{Uri.EscapeDataString(address[..at])}{address[at..]}", UriKind.Absolute, out var target)
            && target is { Scheme: "mailto", Query: "" }
                ? new Link(address, target)
                : new Text(address);
    }

    /// <summary>
    /// The telephone number as a link that starts a call, or as plain text when it holds too few digits to call. The
    /// national zero in "+31 (0)20" is written but not dialled.
    /// </summary>
    /// <param name="number">The number in any readable form.</param>
    public static Inline ToPhone(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var international = number.TrimStart().StartsWith('+');
        var dialled = international ? number.Replace("(0)", "", StringComparison.Ordinal) : number;
        var digits = string.Concat(dialled.Where(char.IsAsciiDigit));
        return digits.Length < 3 ? new Text(number) : new Link(number, new Uri($"tel:{(international ? "+" : "")}{digits}"));
    }

    /// <summary>A link to a section of the same document.</summary>
    /// <param name="label">What to click.</param>
    /// <param name="section">The section.</param>
    public static Inline ToSection(string label, SectionId section) => new Link(label, new Uri($"#{section}", UriKind.Relative));

    /// <summary>A link.</summary>
    public sealed record Link : Inline
    {
        /// <summary>Makes a link.</summary>
        /// <param name="label">What to click.</param>
        /// <param name="target">Where it leads: <c>https</c>, <c>http</c>, <c>mailto</c>, <c>tel</c>, or relative within the same site.</param>
        /// <exception cref="ArgumentException">GDPR1005: there is no label. GDPR1006: the target is of another kind.</exception>
        public Link(string label, Uri target)
        {
            ArgumentNullException.ThrowIfNull(target);
            Label = PlainText.Heading(label, nameof(label));
            Target = LinkTarget.IsAllowed(target)
                ? target
                : throw new ArgumentException($"{DocumentMessages.LinkRefused}: '{Excerpt.Of(target.OriginalString)}' is no target for a link. Use an address of https, http, mailto or tel, or a path within the same site.", nameof(target));
        }

        /// <summary>What to click.</summary>
        public string Label { get; }

        /// <summary>Where it leads.</summary>
        public Uri Target { get; }

        /// <summary>The target as renderers write it.</summary>
        internal string Address => LinkTarget.Write(Target);
    }
}
