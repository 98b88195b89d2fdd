namespace GdprKit.Documents;

public abstract partial record DocumentBlock
{
    /// <summary>
    /// Bars, one per category, each stacked from one or more series. Every form of the document gives the numbers as a table too:
    /// in HTML below a drawing that needs no script, in Markdown instead of one.
    /// </summary>
    /// <remarks>
    /// Numbers are written as the language of the document does; the few words of the drawing itself are Dutch in a Dutch document
    /// and English in any other.
    /// </remarks>
    public sealed record Chart : DocumentBlock
    {
        /// <summary>How many categories a chart may have: 120, the months of ten years.</summary>
        public const int MaximumCategories = 120;

        /// <summary>How many series a chart may have: 6, as many as can be told apart without colour.</summary>
        public const int MaximumSeries = 6;

        /// <summary>Makes a chart.</summary>
        /// <param name="caption">What the chart shows: "Due for deletion".</param>
        /// <param name="unit">What is counted: "rows".</param>
        /// <param name="categoryHeading">What the categories are: "Month".</param>
        /// <param name="categories">The label of each bar, in the order in which they are shown: "jan 2027".</param>
        /// <param name="series">The series, the one nearest to the axis first; each has one value per category.</param>
        /// <exception cref="ArgumentException">
        /// GDPR1005: a text is empty. GDPR1014: there is no category or no series, or a series has another number of values than
        /// there are categories. GDPR1015: there are too many of one.
        /// </exception>
        public Chart(string caption, string unit, string categoryHeading, ValueList<string> categories, ValueList<ChartSeries> series)
        {
            Caption = PlainText.Heading(caption, nameof(caption));
            Unit = PlainText.Heading(unit, nameof(unit));
            CategoryHeading = PlainText.Heading(categoryHeading, nameof(categoryHeading));
            Categories = categories.Select(category => PlainText.Heading(category, nameof(categories))).ToValueList();
            Series = series;
            if (categories.IsEmpty || series.IsEmpty || series.Any(each => each.Values.Count != categories.Count))
            {
                throw new ArgumentException($"{DocumentMessages.SeriesOfAnotherWidth}: the chart '{Excerpt.Of(Caption)}' has no category, no series, or a series with another number of values than there are categories. Give every series one value per category, 0 if need be; where there is nothing to show, say so in a paragraph.", nameof(series));
            }

            if (categories.Count > MaximumCategories || series.Count > MaximumSeries)
            {
                throw new ArgumentException($"{DocumentMessages.ChartTooFull}: the chart '{Excerpt.Of(Caption)}' has {categories.Count} categories and {series.Count} series, at most {MaximumCategories} and {MaximumSeries} can be read. Take wider categories, quarters for months, or join the smallest series.", nameof(categories));
            }
        }

        /// <summary>What the chart shows.</summary>
        public string Caption { get; }

        /// <summary>What is counted.</summary>
        public string Unit { get; }

        /// <summary>What the categories are.</summary>
        public string CategoryHeading { get; }

        /// <summary>The label of each bar, one or more.</summary>
        public ValueList<string> Categories { get; }

        /// <summary>The series, one or more, the one nearest to the axis first.</summary>
        public ValueList<ChartSeries> Series { get; }

        /// <summary>
        /// Whether the bars lie one below another, each below its label: for categories that have a name. Otherwise they stand side by
        /// side, for moments in their order, and where there is no room for every label some are left out.
        /// </summary>
        /// <value>The default is <see langword="false"/>.</value>
        public bool IsHorizontal { get; init; }

        /// <summary>The caption with the unit.</summary>
        internal string Heading => $"{Caption} ({Unit})";

        /// <summary>How long each whole bar is. A sum of series may exceed what a <see cref="long"/> holds.</summary>
        internal ValueList<decimal> Totals() => Categories.Select((_, index) => Series.Sum(each => (decimal)each.Values[index])).ToValueList();
    }
}
