"""Charts as plain shapes: data in, drawing out. How a drawing reaches paper or screen is no matter of this folder."""
