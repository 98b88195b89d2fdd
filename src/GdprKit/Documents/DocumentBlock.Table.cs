namespace GdprKit.Documents;

public abstract partial record DocumentBlock
{
    /// <summary>A table of data.</summary>
    public sealed record Table : DocumentBlock
    {
        /// <summary>Makes a table.</summary>
        /// <param name="caption">What the table shows.</param>
        /// <param name="headers">The headings of the columns.</param>
        /// <param name="rows">The rows, each with one cell per column.</param>
        /// <exception cref="ArgumentException">
        /// GDPR1005: the caption or a heading is empty. GDPR1007: a row has another number of cells than there are columns.
        /// </exception>
        public Table(string caption, ValueList<string> headers, ValueList<ValueList<InlineText>> rows)
        {
            Caption = PlainText.Heading(caption, nameof(caption));
            Headers = headers.Select(header => PlainText.Heading(header, nameof(headers))).ToValueList();
            Rows = rows;
            if (headers.IsEmpty || rows.Any(row => row.Count != headers.Count))
            {
                throw new ArgumentException($"{DocumentMessages.RowOfAnotherWidth}: the table '{Excerpt.Of(Caption)}' has {headers.Count} columns and a row of another width. Give every row one cell per column, empty if need be.", nameof(rows));
            }
        }

        /// <summary>What the table shows.</summary>
        public string Caption { get; }

        /// <summary>The headings of the columns, one or more.</summary>
        public ValueList<string> Headers { get; }

        /// <summary>The rows, each with one cell per column.</summary>
        public ValueList<ValueList<InlineText>> Rows { get; }

        /// <summary>Whether the first cell of a row is the heading of that row.</summary>
        /// <value>The default is <see langword="true"/>.</value>
        public bool HasRowHeaders { get; init; } = true;
    }
}
